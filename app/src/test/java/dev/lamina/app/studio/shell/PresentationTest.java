package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.drop.DropReader;
import dev.lamina.app.studio.files.FileActions;
import dev.lamina.app.studio.files.NoFileChoice;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.session.Desk;
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
        try (FxBackground background = new FxBackground()) {
            Desk desk = Sessions.desk(home, background);
            Workbench workbench = Window.call(() -> new Workbench(desk));
            try (Window window = Window.show(() -> new MainView(
                            desk,
                            workbench,
                            new FileActions(workbench, new NoFileChoice()).all(),
                            new DropReader(home),
                            new Preferences(new WindowSettings(home.resolve("window.properties")), background),
                            background.running())
                    .root())) {
                Window.run(() -> workbench.create(""));
                Window.until(() -> width(window) > 200);

                window.robot().type(KeyCode.F5);
                Window.until(() -> width(window) == 0);
                window.robot().type(KeyCode.ESCAPE);
                Window.until(() -> width(window) > 0);
                Window.run(() -> window.scene().getRoot().layout());

                assertThat(Window.call(() -> width(window))).isGreaterThan(200);
            }
        }
    }

    /// Of the form.
    private static double width(Window window) {
        Node form = window.scene().getRoot().lookup(".inspector");
        return form == null ? 0 : form.getLayoutBounds().getWidth();
    }
}
