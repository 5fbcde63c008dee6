package dev.lamina.app.studio.action;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The keys of actions that count only in one part of the window.
public final class Keys {
    private Keys() {}

    /// @param part while it or something in it has the focus, the keys count
    public static void install(Node part, List<Action> actions) {
        part.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Optional<Action> meant = actions.stream()
                    .filter(action -> action.reach() == Action.Reach.FOCUS)
                    .filter(action ->
                            action.key().filter(key -> key.match(event)).isPresent())
                    .findFirst();
            meant.ifPresent(action -> {
                action.run();
                event.consume();
            });
        });
    }
}
