package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.Needed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters of three times their size, also in the windows that open beside the own one.
final class ScalingDisplayIT {
    private static final double LARGE = 30;

    @TempDir
    Path home;

    @Test
    void menusAndTooltipsGrowWithTheWindow() throws Exception {
        Needed.display();
        Path file = Files.copy(Path.of("..", "examples", "web.yml"), home.resolve("web.yml"));
        try (WholeWindow whole = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window window = whole.window();
            Window.run(() -> {
                whole.preferences().scale().set(3);
                whole.workbench().open(file);
            });
            Window.until(() -> window.scene().getRoot().lookup(".canvas-card") != null);
            Node card = window.scene().getRoot().lookup(".canvas-card");
            window.robot().rightClickOn(card);
            Window.until(() -> popup(ContextMenu.class).isPresent());
            assertThat(size(popup(ContextMenu.class).orElseThrow())).isGreaterThan(LARGE);
            window.robot().type(KeyCode.ESCAPE);
            Window.until(() -> popup(ContextMenu.class).isEmpty());
            window.robot().moveTo(card).moveBy(5, 3);
            Window.until(() -> popup(Tooltip.class).isPresent());
            assertThat(size(popup(Tooltip.class).orElseThrow())).isGreaterThan(LARGE);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
        }
    }

    private static Optional<PopupWindow> popup(Class<? extends PopupWindow> kind) {
        return javafx.stage.Window.getWindows().stream()
                .filter(window -> kind.isInstance(window) && window.isShowing())
                .map(PopupWindow.class::cast)
                .findFirst();
    }

    /// The size of the letters of its first words.
    private static double size(PopupWindow popup) {
        return Window.call(() -> popup.getScene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && !label.getText().isEmpty())
                .mapToDouble(node -> ((Label) node).getFont().getSize())
                .findFirst()
                .orElse(popup instanceof Tooltip tooltip ? tooltip.getFont().getSize() : 0));
    }
}
