package dev.lamina.app.studio.action;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// Something that the user can do: in menus, in the list of commands, by its key, on buttons.
///
/// @param id e.g. `canvas.duplicate`; the same for all documents
/// @param label for menus, e.g. `Duplicate`; one that changes names what will be done: `Undo Add web`
/// @param icon by name, see `Icons`
/// @param reach where its key counts
/// @param blocked why it cannot be done now; empty when it can
public record Action(
        String id,
        Place menu,
        ObservableValue<String> label,
        Optional<String> icon,
        Optional<KeyCombination> key,
        Reach reach,
        ObservableValue<String> blocked,
        Runnable task) {

    /// The menu that it stands in, in the order of the menu bar.
    public enum Place {
        FILE,
        EDIT,
        COMPONENT,
        VIEW,
        BUILD,
        HELP,

        /// In no menu, only in the list of commands.
        NONE
    }

    /// Where a key does what it does.
    public enum Reach {
        /// Everywhere in the window.
        WINDOW,

        /// Only while the part of the window has the focus that the action belongs to.
        FOCUS
    }

    /// What of the program it belongs to: its id up to the point.
    public String feature() {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    /// Its key as people read it, e.g. `Ctrl+Shift+P`, on macOS with its signs; empty when it has none.
    public String keyName() {
        return key.map(KeyCombination::getDisplayText).orElse("");
    }

    public boolean allowed() {
        return blocked.getValue().isEmpty();
    }

    /// The same, and something else after it.
    public Action then(Runnable after) {
        return new Action(id, menu, label, icon, key, reach, blocked, () -> {
            task.run();
            after.run();
        });
    }

    /// Does it, when it can be done.
    public void run() {
        if (allowed()) {
            task.run();
        }
    }
}
