package dev.lamina.app.operation;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The smallest initrd that ends in a shell: the busybox of a system's initrd, a console, and a script.
final class BareInitrd {
    /// What the shell shows when it waits for input.
    static final String PROMPT = "bare-kernel-shell#";

    private static final String BUSYBOX = "bin/busybox";
    private static final int MAX_BUSYBOX = 32 << 20;
    private static final String INIT = """
            #!/bin/sh
            /bin/busybox mount -t proc proc /proc
            PS1='%s ' exec /bin/sh -i
            """.formatted(PROMPT);

    private BareInitrd() {}

    /// @param systemInitrd compressed or not; its first archive with a busybox counts
    static void write(Path systemInitrd, Path target) throws IOException {
        byte[] busybox = busybox(systemInitrd)
                .orElseThrow(() -> new InputException(
                        "the system's initrd has no /" + BUSYBOX + ", which the bare kernel needs for its shell",
                        "measure a composition whose init is lamina/init"));
        try (OutputStream file = Files.newOutputStream(target);
                ZstdOutput compressed = new ZstdOutput(file, CompressionLevel.DEFAULT.zstd());
                CpioWriter cpio = new CpioWriter(compressed, HardLinks.NONE)) {
            for (String folder : new String[] {"bin", "dev", "proc"}) {
                add(cpio, TreeEntry.directory(folder, 0755), new byte[0]);
            }
            add(cpio, console(), new byte[0]);
            add(cpio, TreeEntry.file(BUSYBOX, 0755, busybox.length), busybox);
            add(cpio, TreeEntry.symlink("bin/sh", "busybox"), new byte[0]);
            byte[] init = INIT.getBytes(StandardCharsets.UTF_8);
            add(cpio, TreeEntry.file("init", 0755, init.length), init);
        }
    }

    private static TreeEntry console() {
        return new TreeEntry(
                "dev/console", Kind.CHARACTER_DEVICE, 0600, 0, 0, TreeEntry.MADE_TIME, 0, "", 5, 1, Map.of());
    }

    private static void add(CpioWriter cpio, TreeEntry entry, byte[] content) throws IOException {
        cpio.accept(entry, new ByteArrayInputStream(content));
    }

    private static Optional<byte[]> busybox(Path initrd) throws IOException {
        AtomicReference<byte[]> found = new AtomicReference<>();
        try (InputStream file = Files.newInputStream(initrd)) {
            new CpioReader(Compression.decompress(file)).streamTo((entry, content) -> {
                if (entry.path().equals(BUSYBOX) && entry.kind() == Kind.FILE && entry.size() <= MAX_BUSYBOX) {
                    found.compareAndSet(null, content.readAllBytes());
                }
            });
        } catch (IOException e) {
            if (found.get() == null) {
                throw new InputException("the initrd " + initrd + " cannot be read: " + e.getMessage(), null, e);
            }
        }
        return Optional.ofNullable(found.get());
    }
}
