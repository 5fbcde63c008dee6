package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.Needed;
import dev.lamina.model.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The canvas with a mouse and keys that a desktop moves, and with the windows that it opens beside its own.
@SuppressWarnings("NullAway.Init") // made before each test
final class CanvasDisplayIT {
    private static final Place GETTY = new Place(Lane.SERVICES, 0);
    private static final Place HTTPD = new Place(Lane.SERVICES, 1);
    private static final Place CACHE = new Place(Lane.SERVICES, 2);

    @TempDir
    Path home;

    private CanvasScene scene;
    private FxRobot robot;

    @BeforeEach
    void show() {
        Needed.display();
        scene = CanvasScene.show(home, CanvasScene.WEB);
        robot = scene.window().robot();
    }

    @AfterEach
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    private List<Place> selected() {
        return Window.call(() -> scene.session().selection().places().stream()
                .sorted(java.util.Comparator.comparing(Place::path))
                .toList());
    }

    @Test
    void controlAddsACardAndShiftAllUpToIt() {
        robot.clickOn(scene.middle(GETTY));
        robot.press(KeyCode.CONTROL).clickOn(scene.middle(CACHE)).release(KeyCode.CONTROL);
        Window.until(() -> selected().equals(List.of(GETTY, CACHE)));
        robot.press(KeyCode.CONTROL).clickOn(scene.middle(CACHE)).release(KeyCode.CONTROL);
        Window.until(() -> selected().equals(List.of(GETTY)));
        robot.clickOn(scene.middle(GETTY));
        robot.press(KeyCode.SHIFT).clickOn(scene.middle(CACHE)).release(KeyCode.SHIFT);
        Window.until(() -> selected().equals(List.of(GETTY, HTTPD, CACHE)));
    }

    @Test
    void aRubberBandSelectsTheCardsThatItTouches() {
        Point2D beside = scene.at(HTTPD, 1).add(4, 40);
        robot.moveTo(beside).press(MouseButton.PRIMARY);
        robot.moveTo(scene.middle(GETTY)).release(MouseButton.PRIMARY);
        Window.until(() -> selected().equals(List.of(GETTY, HTTPD)));
    }

    @Test
    void theMenuOfACardIsAWindowOfItsOwnAndActs() {
        robot.rightClickOn(scene.middle(HTTPD));
        Window.until(() -> menu().isPresent());
        Pictures.save(scene.window(), "display-menu");
        Node duplicate = Window.call(() -> menu().orElseThrow().getScene().getRoot().lookupAll(".menu-item").stream()
                .filter(CanvasDisplayIT::isDuplicate)
                .findFirst()
                .orElseThrow());
        robot.clickOn(duplicate);
        Window.until(() -> scene.session().composition().services().size() == 5);
        assertThat(scene.session().composition().services())
                .map(Container::name)
                .containsExactly("getty", "httpd", "httpd-2", "cache", "agent");
        assertThat(menu()).isEmpty();
    }

    private static boolean isDuplicate(Node item) {
        return item.lookupAll(".label").stream()
                .anyMatch(label ->
                        label instanceof Labeled words && words.getText().startsWith("Duplicate"));
    }

    private static Optional<javafx.stage.Window> menu() {
        return javafx.stage.Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .findFirst();
    }

    @Test
    void aTooltipTellsAboutTheCardThatThePointerRestsOn() {
        robot.moveTo(scene.middle(CACHE)).moveBy(3, 2);
        Window.until(() -> tooltip().isPresent());
        assertThat(tooltip().orElseThrow().getText()).contains("redis:7.4");
        robot.moveTo(scene.middle(GETTY).add(0, 300));
        Window.until(() -> tooltip().isEmpty());
    }

    private static Optional<Tooltip> tooltip() {
        return javafx.stage.Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(Tooltip.class::cast)
                .findFirst();
    }
}
