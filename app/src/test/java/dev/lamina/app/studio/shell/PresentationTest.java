package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PresentationTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void afterAPresentationAllPartsAreThereAgain() throws Exception {
        try (WholeWindow whole = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window window = whole.window();
            Window.run(() -> whole.workbench().create(""));
            Window.until(() -> width(window) > 200);

            window.robot().type(KeyCode.F5);
            Window.until(() -> width(window) == 0);
            window.robot().type(KeyCode.ESCAPE);
            Window.until(() -> width(window) > 0);
            Window.run(() -> window.scene().getRoot().layout());

            assertThat(Window.call(() -> width(window))).isGreaterThan(200);
        }
    }

    /// Of the form.
    private static double width(Window window) {
        Node form = window.scene().getRoot().lookup(".inspector");
        return form == null ? 0 : form.getLayoutBounds().getWidth();
    }
}
