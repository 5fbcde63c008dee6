package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.vmlaunch.screen.Terminal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FindModelTest {
    private final DirectBackground background = new DirectBackground();
    private final Terminal terminal = Screens.of(40, 5, "error one\r\nfine\r\nError two\r\nerror three");
    private final FindModel find = new FindModel(background);

    FindModelTest() {
        find.follow(Optional.of(terminal));
        find.open().set(true);
    }

    private long line(Optional<Selected> hit) {
        return hit.orElseThrow().from().line();
    }

    @Test
    void itCountsAndGoesRound() {
        find.query().set("error");
        assertThat(find.message().get()).isEqualTo("3 found");
        assertThat(line(find.next(1))).isEqualTo(2);
        assertThat(find.message().get()).isEqualTo("2 of 3");
        assertThat(line(find.next(1))).isEqualTo(3);
        assertThat(line(find.next(1))).isEqualTo(0);
        assertThat(line(find.previous(1))).isEqualTo(3);
        find.matchCase().set(true);
        assertThat(find.message().get()).isEqualTo("2 found");
        find.query().set("nowhere");
        assertThat(find.message().get()).isEqualTo("Nothing found");
        assertThat(find.next(0)).isEmpty();
    }

    @Test
    void whatComesIsFoundALittleLater() {
        find.query().set("error");
        Screens.print(terminal, "\r\nerror four");
        find.changed();
        assertThat(find.found().get().hits()).hasSize(3);
        background.runLater();
        assertThat(find.found().get().hits()).hasSize(4);
    }

    @Test
    void theOneThatWasGoneToStaysWhileMoreComes() {
        find.query().set("error");
        Optional<Selected> second = find.next(1);
        Screens.print(terminal, "\r\nerror four");
        find.changed();
        background.runLater();
        assertThat(find.current().get()).isEqualTo(second);
        assertThat(find.message().get()).isEqualTo("2 of 4");
    }

    @Test
    void closedItLooksForNothing() {
        find.query().set("error");
        find.open().set(false);
        assertThat(find.found().get().hits()).isEmpty();
        assertThat(find.message().get()).isEmpty();
    }

    @Test
    void anotherScreenIsLookedAtAnew() {
        find.query().set("error");
        find.follow(Optional.of(Screens.of(40, 5, "no such thing")));
        assertThat(find.message().get()).isEqualTo("Nothing found");
    }
}
