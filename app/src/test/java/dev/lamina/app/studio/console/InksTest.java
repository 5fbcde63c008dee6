package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InksTest {
    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST);
    }

    private static long style(String sequence) {
        Terminal terminal = new Terminal(10, 2, 0);
        byte[] bytes = ("\033[" + sequence + "mx").getBytes(StandardCharsets.US_ASCII);
        terminal.feed(bytes, 0, bytes.length);
        Line line = terminal.line(0);
        return line.style(0);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textCanBeReadInEachOfTheBasicColoursOnEach(Palette palette) {
        Inks inks = new Inks(palette);
        for (int front = 0; front < 16; front++) {
            for (int back = 0; back < 16; back++) {
                readable(inks.of(style("38;5;" + front + ";48;5;" + back), OptionalInt.empty(), false), palette);
            }
            readable(inks.of(style("38;5;" + front), OptionalInt.empty(), false), palette);
            readable(inks.of(style("7;38;5;" + front), OptionalInt.empty(), false), palette);
            readable(inks.of(style("2;38;5;" + front), OptionalInt.empty(), false), palette);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textCanBeReadInWhateverColoursAGuestThinksOf(Palette palette) {
        Inks inks = new Inks(palette);
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            String sequence = "38;2;%d;%d;%d;48;5;%d"
                    .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256));
            readable(inks.of(style(sequence), OptionalInt.empty(), random.nextBoolean()), palette);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void whatIsMarkedCanBeRead(Palette palette) {
        Inks inks = new Inks(palette);
        for (int ground : List.of(palette.selection(), palette.match(), palette.current(), palette.cursor())) {
            for (int front = 0; front < 256; front++) {
                readable(inks.of(style("38;5;" + front), OptionalInt.of(ground), false), palette);
            }
            readable(inks.of(style("0"), OptionalInt.of(ground), false), palette);
        }
    }

    /// On a middle grey nothing stands out as much as those want who ask for more: there it is as much as can be.
    private static void readable(Ink ink, Palette palette) {
        double most = Math.max(Contrast.of(0, ink.ground()), Contrast.of(0xffffff, ink.ground()));
        assertThat(Contrast.of(ink.text(), ink.ground()))
                .as(ink.toString())
                .isGreaterThanOrEqualTo(Contrast.TEXT)
                .isGreaterThanOrEqualTo(Math.min(palette.contrast(), most));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void theTimesAndTheCursorStandOut(Palette palette) {
        assertThat(Contrast.of(palette.muted(), palette.background())).isGreaterThanOrEqualTo(4.5);
        assertThat(Contrast.of(palette.cursor(), palette.background())).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        Ink ink = new Inks(Palette.LIGHT).of(style("31"), OptionalInt.empty(), false);
        assertThat(ink.text()).isEqualTo(Palette.LIGHT.basic().get(1));
    }

    @Test
    void aWindowOfAnyThemeHasItsPalette() {
        assertThat(Palette.on(0xffffff)).isEqualTo(Palette.LIGHT);
        assertThat(Palette.on(0x0d1117)).isEqualTo(Palette.DARK);
        assertThat(Palette.on(0x000000)).isEqualTo(Palette.HIGH_CONTRAST);
    }
}
