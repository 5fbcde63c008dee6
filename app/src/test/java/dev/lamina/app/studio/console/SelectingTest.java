package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Terminal;
import org.junit.jupiter.api.Test;

final class SelectingTest {
    private final Terminal terminal =
            Screens.of(20, 6, "eth0: 10.0.2.15/24 up\r\nname   日本 value\r\nlast line here\r\n");
    private final Selecting selecting = new Selecting(terminal::line);

    private String text() {
        return selecting
                .selected()
                .get()
                .map(some -> ScreenText.of(some, terminal::line))
                .orElse("");
    }

    @Test
    void aDragSelectsCells() {
        selecting.press(new Spot(0, 2), 1, false);
        assertThat(selecting.selected().get()).isEmpty();
        selecting.extend(new Spot(0, 8));
        assertThat(text()).isEqualTo("h0: 10");
        selecting.extend(new Spot(0, 0));
        assertThat(text()).isEqualTo("et");
    }

    @Test
    void aClickWithShiftSelectsFromTheClickBefore() {
        selecting.press(new Spot(0, 2), 1, false);
        selecting.extend(new Spot(0, 4));
        selecting.extend(new Spot(0, 7));
        assertThat(text()).isEqualTo("h0: 1");
        selecting.clear();
        selecting.extend(new Spot(0, 7));
        assertThat(text()).isEmpty();
    }

    @Test
    void aDoubleClickSelectsAWordAsPeopleCopyIt() {
        selecting.press(new Spot(0, 9), 2, false);
        assertThat(text()).isEqualTo("10.0.2.15/24");
        selecting.extend(new Spot(0, 1));
        assertThat(text()).isEqualTo("eth0: 10.0.2.15/24");
    }

    @Test
    void aTripleClickSelectsALineThatWasBrokenAsOne() {
        selecting.press(new Spot(1, 1), 3, false);
        assertThat(text()).isEqualTo("eth0: 10.0.2.15/24 up");
        selecting.extend(new Spot(2, 0));
        assertThat(text()).isEqualTo("eth0: 10.0.2.15/24 up\nname   日本 value");
    }

    @Test
    void severalLinesAreCopiedWithoutBlanksAtTheirEnds() {
        selecting.press(new Spot(2, 7), 1, false);
        selecting.extend(new Spot(4, 0));
        assertThat(text()).isEqualTo("日本 value\nlast line here\n");
    }

    @Test
    void withAltARectangleIsSelected() {
        selecting.press(new Spot(3, 5), 1, true);
        selecting.extend(new Spot(2, 0));
        assertThat(text()).isEqualTo("name\nlast");
        assertThat(selecting.selected().get().orElseThrow().in(3, 20)).contains(new Span(0, 5));
    }

    @Test
    void keysSelectFromACaret() {
        selecting.begin(new Spot(3, 5));
        selecting.move(new Spot(3, 9), true);
        assertThat(text()).isEqualTo("line");
        selecting.move(new Spot(3, 4), true);
        assertThat(text()).isEqualTo("");
        assertThat(selecting.selected().get().orElseThrow().in(3, 20)).contains(new Span(4, 5));
        selecting.move(new Spot(2, 0), false);
        assertThat(selecting.selected().get()).isEmpty();
        selecting.clear();
        assertThat(selecting.caret().get()).isEmpty();
    }

    @Test
    void allIsEverythingThatIsKept() {
        selecting.all(terminal.oldestLine(), terminal.newestLine());
        assertThat(text().strip()).isEqualTo("eth0: 10.0.2.15/24 up\nname   日本 value\nlast line here");
    }
}
