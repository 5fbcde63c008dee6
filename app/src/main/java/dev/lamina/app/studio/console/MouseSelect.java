package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Key;
import dev.lamina.vmlaunch.screen.KeyEncoder;
import dev.lamina.vmlaunch.screen.Modifiers;
import java.util.Optional;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The mouse on the screen: selects, pastes with the middle button, and the wheel scrolls.
final class MouseSelect {
    private static final int WHEEL = 3;

    /// Pixels in a step of the wheel, where the desktop does not say.
    private static final double STEP = 40;

    private final ScreenView screen;
    private final ConsoleViewModel console;
    private double rest;
    private Optional<MouseEvent> outside = Optional.empty();

    MouseSelect(ScreenView screen, ConsoleViewModel console) {
        this.screen = screen;
        this.console = console;
    }

    void install() {
        screen.setOnMousePressed(this::pressed);
        screen.setOnMouseDragged(this::dragged);
        screen.setOnMouseReleased(event -> outside = Optional.empty());
        screen.setOnScroll(this::scrolled);
        screen.eachFrame(this::scrollOn);
    }

    private void pressed(MouseEvent event) {
        screen.requestFocus();
        if (console.terminal().isEmpty()) {
            return;
        }
        if (event.getButton() == MouseButton.MIDDLE) {
            console.paste();
        } else if (event.getButton() == MouseButton.PRIMARY) {
            if (event.isShiftDown()) {
                console.selecting().extend(spot(event));
            } else {
                console.selecting().clear();
                console.selecting().press(spot(event), event.getClickCount(), event.isAltDown());
            }
        }
        event.consume();
    }

    private Spot spot(MouseEvent event) {
        return screen.spot(event.getX(), event.getY(), event.getClickCount() <= 1);
    }

    private void dragged(MouseEvent event) {
        if (console.terminal().isEmpty() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean over = event.getY() < 0 || event.getY() > screen.getHeight();
        outside = over ? Optional.of(event) : Optional.empty();
        screen.ask();
        console.selecting().extend(spot(event));
        event.consume();
    }

    /// While a drag is held above or below the screen, lines come into it.
    private boolean scrollOn() {
        outside.ifPresent(event -> {
            console.scrollBy(event.getY() < 0 ? -1 : 1);
            console.selecting().extend(spot(event));
        });
        return outside.isPresent();
    }

    /// A program that has the whole screen gets arrows: it has nothing to scroll to here.
    private void scrolled(ScrollEvent event) {
        if (event.isControlDown()) {
            if (event.getDeltaY() > 0) {
                console.zoom().larger();
            } else if (event.getDeltaY() < 0) {
                console.zoom().smaller();
            }
        } else {
            double step = event.getMultiplierY() > 0 ? event.getMultiplierY() : STEP;
            rest -= event.getDeltaY() / step * WHEEL;
            int lines = (int) rest;
            rest -= lines;
            if (console.modes().alternateScreen()
                    && console.viewing().following().get()) {
                arrows(lines);
            } else {
                console.scrollBy(lines);
            }
        }
        event.consume();
    }

    private void arrows(int lines) {
        Key key = lines < 0 ? Key.UP : Key.DOWN;
        for (int i = 0; i < Math.abs(lines); i++) {
            console.type(KeyEncoder.key(console.modes(), key, Modifiers.NONE));
        }
    }
}
