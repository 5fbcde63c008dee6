package dev.lamina.assembler.testing;

import com.github.luben.zstd.ZstdOutputStream;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.EntrySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Makes small Debian packages.
public final class TestDeb {
    private String control = "Package: hello\nVersion: 1.0-1\nInstalled-Size: 10\nDescription: short\n long\n";
    private String ending = ".xz";
    private EntrySource tree = new Tree().folder("usr").file("usr/hello", "hello");

    public TestDeb control(String text) {
        control = text;
        return this;
    }

    public TestDeb compressedAs(String fileEnding) {
        ending = fileEnding;
        return this;
    }

    public TestDeb holding(EntrySource content) {
        tree = content;
        return this;
    }

    public byte[] bytes() throws IOException {
        return bytes(compressed(tar(tree), ending));
    }

    /// With any bytes as the content.
    public byte[] bytes(byte[] data) throws IOException {
        ByteArrayOutputStream deb = new ByteArrayOutputStream();
        deb.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        member(deb, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
        member(deb, "control.tar" + ending, compressed(tar(new Tree().file("control", control)), ending));
        member(deb, "data.tar" + ending, data);
        return deb.toByteArray();
    }

    public static void member(ByteArrayOutputStream ar, String name, byte[] content) {
        String head = "%-16s%-12d%-6d%-6d%-8s%-10d`\n".formatted(name, 0, 0, 0, "100644", content.length);
        ar.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        ar.writeBytes(content);
        if (content.length % 2 == 1) {
            ar.write('\n');
        }
    }

    public static byte[] tar(EntrySource tree) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarWriter writer = new TarWriter(tar)) {
            tree.streamTo(writer);
        }
        return tar.toByteArray();
    }

    public static byte[] compressed(byte[] bytes, String ending) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = compressor(compressed, ending)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static OutputStream compressor(OutputStream out, String ending) throws IOException {
        return switch (ending) {
            case ".xz" -> new XZOutputStream(out, new LZMA2Options(0));
            case ".zst" -> new ZstdOutputStream(out);
            case ".gz" -> new GZIPOutputStream(out);
            default -> out;
        };
    }
}
