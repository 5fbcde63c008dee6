package dev.lamina.app.operation;

import dev.lamina.app.testing.LocalDocuments;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an earlier build would have left in a folder, to be booted by benchmarks without building anything.
record EarlierSystem(Path folder) {
    private static final String NAME = "sys";

    static EarlierSystem in(Path folder) throws IOException {
        byte[] kernel = new byte[1024];
        System.arraycopy(new byte[] {'H', 'd', 'r', 'S'}, 0, kernel, 0x202, 4);
        Files.write(folder.resolve(NAME + "-kernel"), kernel);
        try (CpioWriter cpio =
                new CpioWriter(Files.newOutputStream(folder.resolve(NAME + "-initrd.img")), HardLinks.NONE)) {
            cpio.accept(TreeEntry.file("bin/busybox", 0755, 3), new ByteArrayInputStream(new byte[3]));
        }
        Files.writeString(folder.resolve(NAME + "-cmdline"), "console=ttyS0");
        return new EarlierSystem(folder);
    }

    BootMediaFinder finder() {
        return new BootMediaFinder(
                folder.resolve("builds"), folder, Arch.AMD64, LocalDocuments.in(folder), (request, reporter) -> {
                    throw new AssertionError();
                });
    }

    BootSource source() {
        return new BootSource(
                List.of(NAME), Optional.empty(), Optional.empty(), CompressionLevel.DEFAULT, Fetching.USUAL);
    }
}
