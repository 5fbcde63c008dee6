package dev.lamina.assembler.testing;

import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
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

    public static byte[] cpio(EntrySource tree) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        tree.streamTo((entry, content) -> entries.add(entry));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CpioWriter cpio = new CpioWriter(out, HardLinks.of(entries))) {
            tree.streamTo(cpio);
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
