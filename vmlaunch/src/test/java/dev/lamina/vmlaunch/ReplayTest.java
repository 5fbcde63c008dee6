package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayTest {
    private static String replayed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(Replay.of(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[6n",
                "[?6n",
                "[c",
                "[>0c",
                "[18t",
                "[?2026$p",
                "[x",
                "[?u",
                "[>q",
                "Z",
                "P$qm\u001b\\",
                "P+q544e\u001b\\",
                "]11;?\u0007",
                "]52;c;?\u001b\\"
            })
    void whatAsksTheTerminalIsNotAskedAgain(String question) {
        assertThat(replayed("~ # \u001b" + question + "ls")).isEqualTo("~ # ls");
    }

    @Test
    void whatIsShownStays() {
        String shown = "\u001b[31mgrün\u001b[0m \u001b[2J\u001b[1;1H\u001b]0;title\u0007\u001b[?25l\u001b[u\r\n";

        assertThat(replayed(shown)).isEqualTo(shown);
        assertThat(replayed("a\u0005b")).isEqualTo("ab");
        assertThat(Replay.of(new byte[] {(byte) 0xff, 'x', 'y'}, 0, 2)).isEqualTo(new byte[] {(byte) 0xff, 'x'});
    }
}
