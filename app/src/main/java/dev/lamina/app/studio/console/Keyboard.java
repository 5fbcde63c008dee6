package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Key;
import dev.lamina.vmlaunch.screen.KeyEncoder;
import dev.lamina.vmlaunch.screen.Modifiers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Sends keys to the guest: all but those that belong to the window. That are Ctrl+Shift and Ctrl+Alt with anything
/// (on macOS Command with anything), F6, which leads out of the console, and what starts and stops the machine.
final class Keyboard {
    private static final List<KeyCombination> WINDOW = List.of(
            KeyCombination.valueOf("F6"),
            KeyCombination.valueOf("Shift+F6"),
            KeyCombination.valueOf("Shortcut+R"),
            KeyCombination.valueOf("Shortcut+F2"),
            KeyCombination.valueOf("Shift+Insert"),
            KeyCombination.valueOf("Shift+Page_Up"),
            KeyCombination.valueOf("Shift+Page_Down"),
            KeyCombination.valueOf("Shortcut+Plus"),
            KeyCombination.valueOf("Shortcut+Equals"),
            KeyCombination.valueOf("Shortcut+Minus"),
            KeyCombination.valueOf("Shortcut+0"));

    private static final Map<KeyCode, Key> NAMED = named();

    private final ConsoleViewModel console;
    private final SelectKeys select;

    Keyboard(ConsoleViewModel console) {
        this.console = console;
        this.select = new SelectKeys(console);
    }

    private static Map<KeyCode, Key> named() {
        Map<KeyCode, Key> named = new EnumMap<>(KeyCode.class);
        for (Key key : Key.values()) {
            named.put(KeyCode.valueOf(key == Key.BACKSPACE ? "BACK_SPACE" : key.name()), key);
        }
        named.put(KeyCode.KP_UP, Key.UP);
        named.put(KeyCode.KP_DOWN, Key.DOWN);
        named.put(KeyCode.KP_LEFT, Key.LEFT);
        named.put(KeyCode.KP_RIGHT, Key.RIGHT);
        return named;
    }

    void install(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        if (ofWindow(event)) {
            return;
        }
        if (console.selecting().caret().get().isPresent()) {
            select.pressed(event);
        } else {
            bytes(event).ifPresent(console::type);
        }
        event.consume(); // also what will come as text: it must not start something in the window
    }

    private static boolean ofWindow(KeyEvent event) {
        boolean both = event.isControlDown() && (event.isShiftDown() || event.isAltDown());
        return both || event.isMetaDown() || WINDOW.stream().anyMatch(key -> key.match(event));
    }

    private Optional<byte[]> bytes(KeyEvent event) {
        Key key = NAMED.get(event.getCode());
        if (key != null) {
            return Optional.of(KeyEncoder.key(console.modes(), key, modifiers(event)));
        }
        return event.isControlDown()
                ? Optional.of(KeyEncoder.text(event.getCode().getChar(), modifiers(event)))
                : Optional.empty();
    }

    private static Modifiers modifiers(KeyEvent event) {
        return new Modifiers(event.isShiftDown(), event.isAltDown(), event.isControlDown());
    }

    /// What an input method has made of several keys.
    void composed(String text) {
        if (!text.isEmpty() && console.selecting().caret().get().isEmpty()) {
            console.type(KeyEncoder.text(text, Modifiers.NONE));
        }
    }

    /// What the layout of the keyboard makes of keys. On Windows AltGr counts as Ctrl and Alt.
    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean control = event.isControlDown() != event.isAltDown() && event.isControlDown();
        boolean letters = !text.isEmpty() && !Character.isISOControl(text.charAt(0));
        if (letters
                && !control
                && !event.isMetaDown()
                && console.selecting().caret().get().isEmpty()) {
            boolean alt = event.isAltDown() && !event.isControlDown();
            console.type(KeyEncoder.text(text, new Modifiers(false, alt, false)));
        }
        event.consume();
    }
}
