package dev.lamina.vmlaunch.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What real programs wrote to a terminal, with the size that it had.
final class Transcripts {
    private static final Path FOLDER = Path.of("src", "test", "resources", "screen");

    private Transcripts() {}

    /// Name, columns, rows.
    static Stream<Arguments> all() {
        return Stream.concat(Stream.of(Arguments.of("frames", 60, 14)), withoutFrames());
    }

    /// Those without line drawing characters.
    static Stream<Arguments> withoutFrames() {
        return Stream.of(
                Arguments.of("boot", 80, 24),
                Arguments.of("htop", 100, 30),
                Arguments.of("less", 80, 24),
                Arguments.of("less-quit", 80, 24),
                Arguments.of("ls", 80, 24),
                Arguments.of("ls-columns", 60, 10),
                Arguments.of("progress", 80, 24),
                Arguments.of("top", 80, 24),
                Arguments.of("uefi", 80, 24),
                Arguments.of("vim", 80, 24),
                Arguments.of("vim-quit", 80, 24));
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name + ".bytes"));
    }

    /// The screen that it makes, as [ScreenText] writes it.
    static Path screen(String name) {
        return FOLDER.resolve(name + ".txt");
    }
}
