package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BareInitrdTest {
    @TempDir
    Path folder = Path.of("");

    private Path initrd() {
        return folder.resolve("initrd.img");
    }

    /// Adds one compressed archive to the initrd.
    private void segment(Map<String, String> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(initrd(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CpioWriter cpio = new CpioWriter(new ZstdOutput(file, 3), HardLinks.NONE)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(files).entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                cpio.accept(TreeEntry.file(entry.getKey(), 0755, content.length), new ByteArrayInputStream(content));
            }
        }
    }

    @Test
    void itHoldsTheSystemsBusyboxAndAScriptThatStartsAShell() throws IOException {
        segment(Map.of("etc/motd", "hello"));
        segment(Map.of("bin/busybox", "ELF", "init", "#!/bin/sh"));

        BareInitrd.write(initrd(), folder.resolve("bare.img"));

        assertThat(listing(folder.resolve("bare.img")))
                .containsExactly(
                        "DIRECTORY bin",
                        "DIRECTORY dev",
                        "DIRECTORY proc",
                        "CHARACTER_DEVICE dev/console",
                        "FILE bin/busybox ELF",
                        "SYMLINK bin/sh",
                        """
                        FILE init #!/bin/sh
                        /bin/busybox mount -t proc proc /proc
                        PS1='bare-kernel-shell# ' exec /bin/sh -i
                        """);
    }

    private static List<String> listing(Path initrd) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Compression.decompress(Files.newInputStream(initrd))) {
            new CpioReader(in).streamTo((entry, content) -> {
                String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                lines.add((entry.kind() + " " + entry.path() + " " + text).stripTrailing()
                        + (text.endsWith("\n") ? "\n" : ""));
            });
        }
        return lines;
    }

    @Test
    void aSystemWithoutBusyboxCannotBeCompared() throws IOException {
        segment(Map.of("init", "#!/bin/sh"));

        assertThatThrownBy(() -> BareInitrd.write(initrd(), folder.resolve("bare.img")))
                .isInstanceOf(InputException.class)
                .hasMessage("the system's initrd has no /bin/busybox, which the bare kernel needs for its shell")
                .extracting(e -> ((InputException) e).hint())
                .isEqualTo(Optional.of("measure a composition whose init is lamina/init"));
    }

    @Test
    void anInitrdThatIsNoneIsNamed() throws IOException {
        Files.writeString(initrd(), "no archive");

        assertThatThrownBy(() -> BareInitrd.write(initrd(), folder.resolve("bare.img")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("the initrd " + initrd() + " cannot be read: ");
    }
}
