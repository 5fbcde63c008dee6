package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Modes;
import dev.lamina.vmlaunch.screen.Modifiers;
import dev.lamina.vmlaunch.screen.MouseEncoder;
import dev.lamina.vmlaunch.screen.MouseEncoder.Action;
import dev.lamina.vmlaunch.screen.MouseEncoder.Button;
import java.util.Optional;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The mouse of a program in the guest that asks for it, such as an editor or a monitor. With Shift the mouse selects
/// here all the same, and so it does where the guest's screen has been scrolled away.
final class GuestMouse {
    private final ScreenView screen;
    private final ConsoleViewModel console;
    private Optional<Spot> last = Optional.empty();
    private Button held = Button.NONE;

    GuestMouse(ScreenView screen, ConsoleViewModel console) {
        this.screen = screen;
        this.console = console;
    }

    /// Takes what is the guest's; the rest goes on to whoever selects and scrolls.
    void install() {
        screen.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        screen.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        screen.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::moved);
        screen.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        screen.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        screen.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private boolean isGuests(boolean shift) {
        return console.modes().mouse() != Modes.Mouse.OFF
                && !shift
                && console.viewing().following().get();
    }

    /// The right button is the guest's as well; the menu key stays ours.
    private void menu(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger() && held != Button.NONE) {
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        if (isGuests(event.isShiftDown()) && button(event.getButton()) != Button.NONE) {
            screen.requestFocus();
            console.selecting().clear();
            held = button(event.getButton());
            tell(Action.PRESS, held, event);
        }
    }

    private void released(MouseEvent event) {
        if (held != Button.NONE) {
            tell(Action.RELEASE, held, event);
            held = Button.NONE;
        }
    }

    /// A program hears of each cell once.
    private void moved(MouseEvent event) {
        if (!isGuests(event.isShiftDown())) {
            return;
        }
        boolean other = !last.equals(Optional.of(spot(event.getX(), event.getY())));
        if (other) {
            tell(Action.MOVE, held, event);
        } else {
            event.consume();
        }
    }

    private void tell(Action action, Button button, MouseEvent event) {
        Modifiers modifiers = new Modifiers(event.isShiftDown(), event.isAltDown(), event.isControlDown());
        send(action, button, spot(event.getX(), event.getY()), modifiers);
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        boolean turned = event.getDeltaY() != 0;
        if (turned && !event.isControlDown() && isGuests(event.isShiftDown())) {
            Button wheel = event.getDeltaY() > 0 ? Button.WHEEL_UP : Button.WHEEL_DOWN;
            send(Action.PRESS, wheel, spot(event.getX(), event.getY()), Modifiers.NONE);
            event.consume();
        }
    }

    private Spot spot(double x, double y) {
        return screen.spot(x, y, false);
    }

    private void send(Action action, Button button, Spot spot, Modifiers modifiers) {
        last = Optional.of(spot);
        screen.frame().get().ifPresent(frame -> {
            long row = Math.max(0, spot.line() - frame.screen().screenTop());
            console.type(MouseEncoder.encode(console.modes(), action, button, spot.column(), (int) row, modifiers));
        });
    }

    private static Button button(MouseButton button) {
        return switch (button) {
            case PRIMARY -> Button.LEFT;
            case MIDDLE -> Button.MIDDLE;
            case SECONDARY -> Button.RIGHT;
            case NONE, BACK, FORWARD -> Button.NONE;
        };
    }
}
