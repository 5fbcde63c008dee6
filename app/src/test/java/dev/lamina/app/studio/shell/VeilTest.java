package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Window;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

final class VeilTest {
    private final TextField words = new TextField();
    private final Button button = new Button("Button");
    private final VBox box = new VBox(button);
    private final Veil veil = new Veil(box);

    private Window show() {
        box.setMaxSize(200, 100);
        Window window = Window.show(() -> new StackPane(words, veil.node()), 600, 400, Theme.LIGHT);
        Window.run(words::requestFocus);
        Window.run(() -> veil.show(button));
        return window;
    }

    @Test
    void whoeverLeavesItIsWhereTheyWere() {
        try (Window window = show()) {
            assertThat(Window.call(() -> window.scene().getFocusOwner())).isSameAs(button);

            window.robot().type(KeyCode.ESCAPE);

            assertThat(Window.call(() -> veil.node().isVisible())).isFalse();
            assertThat(Window.call(() -> window.scene().getFocusOwner())).isSameAs(words);
        }
    }

    @Test
    void onlyAPressBesideTheBoxLeavesIt() {
        try (Window window = show()) {
            window.robot().clickOn(button);
            assertThat(Window.call(() -> veil.node().isVisible())).isTrue();

            window.robot().clickOn(new Point2D(20, 380));
            assertThat(Window.call(() -> veil.node().isVisible())).isFalse();
        }
    }
}
