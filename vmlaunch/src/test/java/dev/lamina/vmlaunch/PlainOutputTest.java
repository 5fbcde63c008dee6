package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainOutputTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PlainOutput plain = new PlainOutput(out);

    private String shown(String... pieces) {
        for (String piece : pieces) {
            write(piece.getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(byte[] bytes) {
        try {
            plain.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plain text            | plain text
        '\\e[31mred\\e[0m'    | red
        '\\e]0;title\\abell'  | bell
        'a\\rb\\bc'           | abc
        '\\e]52;c;cm0=\\e\\x' | ''
        """)
    void whatTerminalsObeyIsTakenOut(String said, String shown) {
        String raw = said.replace("\\e", "\u001b")
                .replace("\\a", "\u0007")
                .replace("\\r", "\r")
                .replace("\\b", "\b")
                .replace("\\x", "\\");

        assertThat(shown(raw)).isEqualTo(shown);
    }

    @Test
    void linesAndTabsStay() {
        assertThat(shown("a\tb\r\n\nc")).isEqualTo("a\tb\n\nc");
    }

    @Test
    void charactersAndSequencesMayComeInPieces() {
        write("gr\u00fc".getBytes(StandardCharsets.UTF_8));
        assertThat(shown("\u00c3", "\u009fe\u001b", "[3", "1m!")).isEqualTo("grüße!");
    }

    @Test
    void controlsAndReversalsInUtf8AreReplaced() {
        write("a\u009b31mb\u202ec".getBytes(StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\ufffd31mb\ufffdc");
    }

    @Test
    void bytesThatAreNoTextDoNoHarm() {
        assertThat(shown("\u00ff\u0080ok")).isEqualTo("\ufffd\ufffdok");
    }
}
