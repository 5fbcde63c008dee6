package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What real programs wrote to a terminal of that size, and the screen that it makes. With
/// `-Dlamina.record=true` the screens are written instead.
final class TranscriptTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "screen");

    @ParameterizedTest
    @CsvSource({
        "boot, 80, 24",
        "frames, 60, 14",
        "htop, 100, 30",
        "less, 80, 24",
        "less-quit, 80, 24",
        "ls, 80, 24",
        "ls-columns, 60, 10",
        "progress, 80, 24",
        "top, 80, 24",
        "uefi, 80, 24",
        "vim, 80, 24",
        "vim-quit, 80, 24"
    })
    void screenIsAsRecorded(String name, int columns, int rows) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".bytes"));
        Terminal terminal = new Terminal(columns, rows, 10_000);
        terminal.feed(bytes, 0, bytes.length);

        Path expected = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(expected, ScreenText.of(terminal));
        }
        assertThat(ScreenText.of(terminal)).isEqualTo(Files.readString(expected));
    }
}
