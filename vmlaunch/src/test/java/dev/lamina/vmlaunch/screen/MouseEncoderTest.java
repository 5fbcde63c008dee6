package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Modes.Mouse;
import dev.lamina.vmlaunch.screen.MouseEncoder.Action;
import dev.lamina.vmlaunch.screen.MouseEncoder.Button;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MouseEncoderTest {
    private static Modes modes(Mouse mouse, boolean sgr) {
        return new Modes(false, false, false, false, mouse, sgr, false, false, "");
    }

    @ParameterizedTest
    @CsvSource({
        "PRESS, LEFT, '[<0;10;5M', '[M *%'",
        "RELEASE, LEFT, '[<0;10;5m', '[M#*%'",
        "PRESS, RIGHT, '[<2;10;5M', '[M\"*%'",
        "PRESS, WHEEL_UP, '[<64;10;5M', '[M`*%'",
        "MOVE, LEFT, '[<32;10;5M', '[M@*%'",
        "MOVE, NONE, '[<35;10;5M', '[MC*%'"
    })
    void eventsHaveTwoForms(Action action, Button button, String sgr, String old) {
        assertThat(MouseEncoder.encode(modes(Mouse.MOVES, true), action, button, 9, 4, Modifiers.NONE))
                .isEqualTo(("\033" + sgr).getBytes(StandardCharsets.US_ASCII));
        assertThat(MouseEncoder.encode(modes(Mouse.MOVES, false), action, button, 9, 4, Modifiers.NONE))
                .isEqualTo(("\033" + old).getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, PRESS, LEFT, false",
        "CLICKS, PRESS, LEFT, true",
        "CLICKS, RELEASE, LEFT, true",
        "CLICKS, MOVE, LEFT, false",
        "DRAGS, MOVE, LEFT, true",
        "DRAGS, MOVE, NONE, false",
        "MOVES, MOVE, NONE, true"
    })
    void guestHearsOnlyWhatItAskedFor(Mouse mouse, Action action, Button button, boolean wanted) {
        assertThat(MouseEncoder.encode(modes(mouse, true), action, button, 0, 0, Modifiers.NONE).length > 0)
                .isEqualTo(wanted);
    }

    @Test
    void modifiersAreTold() {
        assertThat(MouseEncoder.encode(
                        modes(Mouse.CLICKS, true), Action.PRESS, Button.LEFT, 0, 0, new Modifiers(true, true, true)))
                .isEqualTo("\033[<28;1;1M".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void oldFormHasNoPlacesFarAway() {
        assertThat(MouseEncoder.encode(modes(Mouse.CLICKS, false), Action.PRESS, Button.LEFT, 300, 0, Modifiers.NONE))
                .isEmpty();
    }
}
