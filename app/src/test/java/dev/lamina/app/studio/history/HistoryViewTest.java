package dev.lamina.app.studio.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HistoryViewTest {
    @TempDir
    Path home;

    private static void work(DocumentSession session) {
        session.apply(found -> Gestures.add(found, Offer.of("web", Lane.SERVICES, "name: web\nimage: lamina/httpd\n")));
        session.apply(found -> Gestures.add(found, Offer.of("dhcp", Lane.ONBOOT, "name: dhcp\nimage: lamina/dhcp\n")));
        session.apply(found -> Gestures.rename(found, new Place(Lane.SERVICES, 0), "front"));
        session.apply(found -> Gestures.note(found, new Place(Lane.SERVICES, 0), "the page"));
        session.type(session.text().get() + "# end\n");
        session.apply(found -> Gestures.delete(found, List.of(new Place(Lane.ONBOOT, 0))));
        session.undo();
        session.undo();
    }

    @Test
    void aClickAndEnterGoToAStep() {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Window.call(() -> Sessions.session(desk, "kernel:\n  image: lamina/kernel\n"));
        Window.run(() -> work(session));
        try (Window window = Window.show(() -> new BorderPane(new HistoryView(session, desk).node()))) {
            window.robot().clickOn("Add dhcp");
            Window.until(() -> session.history().get().at() == 2);
            window.robot().type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.ENTER);
            Window.until(() -> session.history().get().at() == 0);
            assertThat(session.text().get()).isEqualTo("kernel:\n  image: lamina/kernel\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theListIsShownInAllColours(Theme theme) {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Window.call(() -> Sessions.session(desk, "kernel:\n  image: lamina/kernel\n"));
        try (Window window =
                Window.show(() -> new BorderPane(new HistoryView(session, desk).node()), 560, 260, theme)) {
            String name = "history-" + theme.name().toLowerCase(Locale.ROOT);
            Pictures.save(window, name + "-empty");
            Window.run(() -> work(session));
            assertThat(Pictures.save(window, name)).isNotEmptyFile();
        }
    }
}
