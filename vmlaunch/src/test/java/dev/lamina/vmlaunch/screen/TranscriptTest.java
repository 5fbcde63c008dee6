package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What real programs wrote to a terminal of that size, and the screen that it makes. With
/// `-Dlamina.record=true` the screens are written instead.
final class TranscriptTest {
    @ParameterizedTest
    @MethodSource("dev.lamina.vmlaunch.screen.Transcripts#all")
    void screenIsAsRecorded(String name, int columns, int rows) throws IOException {
        byte[] bytes = Transcripts.bytes(name);
        Terminal terminal = new Terminal(columns, rows, 10_000);
        terminal.feed(bytes, 0, bytes.length);

        Path expected = Transcripts.screen(name);
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(expected, ScreenText.of(terminal));
        }
        assertThat(ScreenText.of(terminal)).isEqualTo(Files.readString(expected));
    }
}
