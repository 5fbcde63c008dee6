package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/// The keys of what stands in no menu. Those of menus are known to JavaFX.
///
/// @param actions what can be done now
record KeysWithoutMenu(Supplier<List<Action>> actions) {
    void pressed(KeyEvent event) {
        actions.get().stream()
                .filter(action -> action.menu() == Action.Place.NONE && action.reach() == Action.Reach.WINDOW)
                .filter(action -> action.key().filter(key -> key.match(event)).isPresent())
                .findFirst()
                .ifPresent(action -> {
                    action.run();
                    event.consume();
                });
    }
}
