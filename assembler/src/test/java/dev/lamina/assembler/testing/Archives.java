package dev.lamina.assembler.testing;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.tree.EntrySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// Archives as bytes.
public final class Archives {
    private Archives() {}

    public static byte[] tar(EntrySource tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(out)) {
            tree.streamTo(tar);
        }
        return out.toByteArray();
    }

    public static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
