package dev.lamina.app.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.FakeGuest;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemViewTest {
    @TempDir
    Path home;

    @Test
    void aLogIsAskedForWhileItsPaneIsInSightAndNotBehindAnother() {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, "services: [{name: web, image: lamina/httpd}]");
        FakeGuest guest = FakeGuest.answering((name, words) -> new ExecResult(0, "log of " + name, false));
        StackPane behind = new StackPane();
        try (Window window = Window.show(() -> {
            behind.getChildren().add(new SystemView(session, desk).node());
            behind.setVisible(false);
            session.live().runs(FakeVm.running(guest));
            session.selection().only(new Place(Lane.SERVICES, 0));
            return new StackPane(behind);
        })) {
            assertThat(guest.asked()).isEmpty();
            Window.run(() -> behind.setVisible(true));
            assertThat(guest.asked()).containsExactly("logs web");
            Window.run(() -> behind.setVisible(false));
            Window.run(() -> session.live().heard(List.of(GuestWords.died(4, "web", ""))));
            assertThat(guest.asked()).containsExactly("logs web");
            assertThat(window.stage().isShowing()).isTrue();
        }
    }
}
