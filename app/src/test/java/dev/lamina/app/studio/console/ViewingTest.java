package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Terminal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ViewingTest {
    private final Terminal terminal = Screens.of(20, 5, lines(0, 20));
    private final Viewing viewing = new Viewing();

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i + "\r\n").collect(Collectors.joining());
    }

    private List<String> shown() {
        return viewing.look(terminal).lines().stream().map(Line::text).toList();
    }

    ViewingTest() {
        viewing.rows(5);
    }

    @Test
    void theEndIsShownWhileItFollows() {
        assertThat(shown()).containsExactly("line 16", "line 17", "line 18", "line 19", "");
        Screens.print(terminal, "more\r\n");
        assertThat(shown()).containsExactly("line 17", "line 18", "line 19", "more", "");
    }

    @Test
    void scrolledUpItStandsStillAndCountsWhatCame() {
        shown();
        viewing.scrollBy(-10);
        assertThat(viewing.following().get()).isFalse();
        Screens.print(terminal, lines(20, 23));
        assertThat(shown()).containsExactly("line 6", "line 7", "line 8", "line 9", "line 10");
        assertThat(viewing.arrived().get()).isEqualTo(3);
        viewing.scrollBy(100);
        assertThat(viewing.following().get()).isTrue();
        assertThat(shown()).endsWith("line 22", "");
        assertThat(viewing.arrived().get()).isZero();
    }

    @Test
    void scrollingUpGoesFromWhatLeftTheScreenIntoTheScreen() {
        shown();
        viewing.scrollBy(-2);
        assertThat(shown()).containsExactly("line 14", "line 15", "line 16", "line 17", "line 18");
    }

    @Test
    void pausedNothingMovesAndNothingIsLost() {
        shown();
        viewing.paused().set(true);
        shown();
        Screens.print(terminal, "\033[2J\033[H" + lines(20, 40));
        assertThat(shown()).containsExactly("line 16", "line 17", "line 18", "line 19", "");
        assertThat(viewing.lines(terminal).apply(19L).text()).isEqualTo("line 19");
        assertThat(viewing.arrived().get()).isPositive();
        viewing.paused().set(false);
        assertThat(shown()).endsWith("line 39", "");
        assertThat(viewing.lines(terminal).apply(terminal.oldestLine()).text()).isEqualTo("line 0");
    }

    @Test
    void aScreenHigherThanThePlaceIsShownAroundItsCursor() {
        viewing.rows(2);
        assertThat(shown()).containsExactly("line 19", "");
        Screens.print(terminal, "\033[H");
        assertThat(shown()).containsExactly("line 16", "line 17");
        Screens.print(terminal, "\033[3H");
        assertThat(shown()).containsExactly("line 17", "line 18");
    }

    @Test
    void ofLinesThatWereThrownAwayTheOldestThatIsThereIsShown() {
        Terminal small = new Terminal(20, 5, 10);
        Screens.print(small, lines(0, 12));
        viewing.look(small);
        viewing.scrollTo(0);
        Screens.print(small, lines(12, 100));
        assertThat(viewing.look(small).lines().getFirst().text()).isEqualTo("line 86");
    }
}
