package dev.lamina.vmlaunch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that tests make, with the folders above them.
public final class Made {
    private Made() {}

    public static Path file(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    public static Path program(Path file, String content) throws IOException {
        Path program = file(file, content);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
