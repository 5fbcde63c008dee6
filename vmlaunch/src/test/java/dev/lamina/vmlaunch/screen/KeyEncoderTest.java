package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Modes.Mouse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyEncoderTest {
    private static final Modes APPLICATION = new Modes(true, true, true, true, Mouse.OFF, false, true, false, "");

    private static String shown(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("\033", "^[")
                .replace("\r", "^M")
                .replace("\n", "^J")
                .replace("\t", "^I")
                .replace("\b", "^H")
                .replace("\177", "^?");
    }

    private static Modifiers modifiers(String held) {
        return new Modifiers(held.contains("S"), held.contains("A"), held.contains("C"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UP | - | ^[[A    | ^[OA",
                "DOWN | - | ^[[B  | ^[OB",
                "RIGHT | - | ^[[C | ^[OC",
                "LEFT | - | ^[[D  | ^[OD",
                "LEFT | C | ^[[1;5D | ^[[1;5D",
                "UP | S | ^[[1;2A | ^[[1;2A",
                "HOME | - | ^[[H  | ^[OH",
                "END | - | ^[[F   | ^[OF",
                "END | SAC | ^[[1;8F | ^[[1;8F",
                "INSERT | - | ^[[2~ | ^[[2~",
                "DELETE | - | ^[[3~ | ^[[3~",
                "DELETE | A | ^[[3;3~ | ^[[3;3~",
                "PAGE_UP | - | ^[[5~ | ^[[5~",
                "PAGE_DOWN | - | ^[[6~ | ^[[6~",
                "ENTER | - | ^M   | ^M^J",
                "ENTER | A | ^[^M | ^[^M^J",
                "BACKSPACE | - | ^? | ^?",
                "BACKSPACE | C | ^H | ^H",
                "BACKSPACE | A | ^[^? | ^[^?",
                "TAB | - | ^I | ^I",
                "TAB | S | ^[[Z | ^[[Z",
                "ESCAPE | - | ^[ | ^[",
                "F1 | - | ^[OP | ^[OP",
                "F4 | - | ^[OS | ^[OS",
                "F2 | S | ^[[1;2Q | ^[[1;2Q",
                "F5 | - | ^[[15~ | ^[[15~",
                "F6 | - | ^[[17~ | ^[[17~",
                "F10 | - | ^[[21~ | ^[[21~",
                "F11 | - | ^[[23~ | ^[[23~",
                "F12 | C | ^[[24;5~ | ^[[24;5~"
            })
    void keysSendWhatXtermSends(Key key, String held, String normal, String application) {
        assertThat(shown(KeyEncoder.key(Modes.INITIAL, key, modifiers(held)))).isEqualTo(normal);
        assertThat(shown(KeyEncoder.key(APPLICATION, key, modifiers(held)))).isEqualTo(application);
    }

    @Test
    void controlMakesControlCharacters() {
        assertThat(KeyEncoder.text("c", modifiers("C"))).containsExactly(3);
        assertThat(KeyEncoder.text("C", modifiers("SC"))).containsExactly(3);
        assertThat(KeyEncoder.text(" ", modifiers("C"))).containsExactly(0);
        assertThat(KeyEncoder.text("[", modifiers("C"))).containsExactly(0x1b);
        assertThat(KeyEncoder.text("\\", modifiers("C"))).containsExactly(0x1c);
        assertThat(KeyEncoder.text("/", modifiers("C"))).containsExactly(0x1f);
        assertThat(KeyEncoder.text("d", modifiers("AC"))).containsExactly(0x1b, 4);
        assertThat(KeyEncoder.text("ö", modifiers("C"))).isEmpty();
    }

    @Test
    void textIsUtf8() {
        assertThat(shown(KeyEncoder.text("ö世", Modifiers.NONE))).isEqualTo("ö世");
        assertThat(shown(KeyEncoder.text("x", modifiers("A")))).isEqualTo("^[x");
    }

    @Test
    void pastedTextHasNoControlCharacters() {
        assertThat(shown(KeyEncoder.paste(Modes.INITIAL, "a\nb\r\nc\td\033[201~\u0003\u009b\u0000e")))
                .isEqualTo("a^Mb^Mc^Id[201~e");
    }

    @Test
    void pastedTextIsBracketedWhenTheGuestAsks() {
        assertThat(shown(KeyEncoder.paste(APPLICATION, "a\033[201~b"))).isEqualTo("^[[200~a[201~b^[[201~");
    }
}
