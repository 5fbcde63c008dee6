package dev.lamina.app.studio.quickadd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QuickAddViewTest {
    @TempDir
    Path home;

    private Window show(DocumentSession session, QuickAdd quick, Theme theme) {
        return Window.show(
                () -> {
                    Button canvas = new Button("canvas");
                    quick.install(canvas);
                    return new StackPane(canvas, quick.node());
                },
                900,
                600,
                theme);
    }

    @Test
    void slashNameEnterAddsAndTheFocusComesBack() {
        DocumentSession session = Sessions.session(Sessions.desk(home), "");
        QuickAdd quick = Window.call(() -> new QuickAdd(session, new SomeEntries(), offer -> {}));
        try (Window window = show(session, quick, Theme.LIGHT)) {
            Button canvas = (Button) window.scene().getRoot().lookup(".button");
            Window.run(canvas::requestFocus);
            window.robot().type(KeyCode.SLASH);
            Window.until(() -> window.scene().getFocusOwner() instanceof TextField);
            TextField field = (TextField) window.scene().getFocusOwner();
            assertThat(field.getText()).isEmpty();
            window.robot()
                    .write("nginx")
                    .press(KeyCode.CONTROL)
                    .type(KeyCode.ENTER)
                    .release(KeyCode.CONTROL);
            assertThat(field.getText()).isEmpty();
            window.robot().type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER);
            assertThat(session.composition().services())
                    .extracting(each -> each.name())
                    .containsExactly("nginx", "sshd");
            assertThat(window.scene().getFocusOwner()).isSameAs(canvas);
            assertThat(quick.node().isVisible()).isFalse();
        }
    }

    @Test
    void escapeAndAClickBesideItClose() {
        DocumentSession session = Sessions.session(Sessions.desk(home), "");
        QuickAdd quick = Window.call(() -> new QuickAdd(session, new SomeEntries(), offer -> {}));
        try (Window window = show(session, quick, Theme.LIGHT)) {
            Window.run(() -> quick.open(Lane.FILES, 0, 2000, 2000));
            window.robot().write("/etc/motd");
            assertThat(((TextField) window.scene().getFocusOwner()).getText()).isEqualTo("/etc/motd");
            window.robot().type(KeyCode.ESCAPE);
            assertThat(quick.node().isVisible()).isFalse();
            Window.run(quick::open);
            window.robot().clickOn(20, 560);
            assertThat(quick.node().isVisible()).isFalse();
            assertThat(session.text().get()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void itIsSeen(Theme theme) {
        DocumentSession session = Sessions.session(Sessions.desk(home), "");
        QuickAdd quick = Window.call(() -> new QuickAdd(session, new SomeEntries(), offer -> {}));
        try (Window window = show(session, quick, theme)) {
            Window.run(quick::open);
            window.robot().write("d").type(KeyCode.DOWN);
            Pictures.save(window, "quickadd-" + theme);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(quick.node().lookupAll(".quick-add-row")).hasSizeGreaterThanOrEqualTo(6);
        }
    }
}
