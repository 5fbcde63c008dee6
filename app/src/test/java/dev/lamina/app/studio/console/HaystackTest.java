package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.console.Haystack.Found;
import dev.lamina.vmlaunch.screen.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HaystackTest {
    private static Selected hit(long line, int from, long lastLine, int to) {
        return new Selected(new Spot(line, from), new Spot(lastLine, to), false);
    }

    private static List<Selected> find(Terminal terminal, String text, boolean matchCase) {
        return Haystack.find(terminal, new Needle(text, matchCase), Found.NOTHING)
                .hits();
    }

    @Test
    void caseCountsOnlyWhenItIsWanted() {
        Terminal terminal = Screens.of(20, 4, "Error, error\r\nERROR");
        assertThat(find(terminal, "error", false)).containsExactly(hit(0, 0, 0, 5), hit(0, 7, 0, 12), hit(1, 0, 1, 5));
        assertThat(find(terminal, "error", true)).containsExactly(hit(0, 7, 0, 12));
    }

    @Test
    void aLineThatWasBrokenIsLookedAtAsOne() {
        Terminal terminal = Screens.of(10, 4, "aaaaaaaaneedle");
        assertThat(find(terminal, "needle", true)).containsExactly(hit(0, 8, 1, 4));
    }

    @Test
    void wideCharactersAndMarksDoNotShiftThePlaces() {
        Terminal terminal = Screens.of(30, 4, "日本 e\u0301 x needle");
        assertThat(find(terminal, "needle", true)).containsExactly(hit(0, 9, 0, 15));
    }

    @Test
    void aHundredThousandLinesAreSearchedAndOnlyTheLastHitsAreKept() {
        Terminal terminal = new Terminal(40, 24, 100_000);
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 1200; j++) {
                text.append("line ").append(i * 1200 + j).append(j % 2 == 0 ? " even\r\n" : " odd\r\n");
            }
            Screens.print(terminal, text.toString());
        }
        Found found = Haystack.find(terminal, new Needle("even", true), Found.NOTHING);
        assertThat(found.more()).isTrue();
        assertThat(found.hits()).hasSize(Haystack.MOST);
        assertThat(find(terminal, "line 119999 ", true)).hasSize(1);
    }

    @Test
    void whatWasLookedAtIsNotLookedAtAgain() {
        Terminal terminal = Screens.of(20, 4, "needle\r\n" + "x\r\n".repeat(1000) + "needle\r\n");
        Needle needle = new Needle("needle", true);
        Found first = Haystack.find(terminal, needle, Found.NOTHING);
        assertThat(first.hits()).hasSize(2);
        Screens.print(terminal, "y\r\n".repeat(500) + "needle");
        Found second = Haystack.find(terminal, needle, first);
        assertThat(second.hits()).containsExactlyElementsOf(find(terminal, "needle", true));
        assertThat(second.settled()).isGreaterThan(1000);
    }

    @Test
    void aLineWithoutAnEndIsSearched() {
        Terminal terminal = Screens.of(20, 4, "x".repeat(100_000) + "needle");
        assertThat(find(terminal, "needle", true)).hasSize(1);
    }
}
