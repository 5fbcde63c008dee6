package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Trees.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Debian packages made of trees.
final class TinyDeb {
    private TinyDeb() {}

    static byte[] of(Tree tree) throws IOException {
        ByteArrayOutputStream deb = new ByteArrayOutputStream();
        deb.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        member(deb, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
        member(deb, "control.tar.xz", xz(tar(new Tree().file("control", "Installed-Size: 100\n"))));
        member(deb, "data.tar.xz", xz(tar(tree)));
        return deb.toByteArray();
    }

    private static byte[] tar(Tree tree) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarWriter writer = new TarWriter(tar)) {
            tree.streamTo(writer);
        }
        return tar.toByteArray();
    }

    private static void member(ByteArrayOutputStream deb, String name, byte[] content) {
        deb.writeBytes("%-16s%-12d%-6d%-6d%-8s%-10d`\n"
                .formatted(name, 0, 0, 0, "100644", content.length)
                .getBytes(StandardCharsets.US_ASCII));
        deb.writeBytes(content);
        if (content.length % 2 != 0) {
            deb.write('\n');
        }
    }

    static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(packed, new LZMA2Options(0))) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
