package dev.lamina.app.studio.action;

import dev.lamina.app.studio.base.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// Makes an [Action]. Without further calls it has no key, no icon, and can always be done.
public final class ActionBuilder {
    private final String id;
    private final Action.Place menu;
    private ObservableValue<String> label;
    private Optional<String> icon = Optional.empty();
    private Optional<KeyCombination> key = Optional.empty();
    private Action.Reach reach = Action.Reach.WINDOW;
    private ObservableValue<String> blocked = new ReadOnlyStringWrapper("");

    private ActionBuilder(String id, Action.Place menu, String label) {
        this.id = id;
        this.menu = menu;
        this.label = new ReadOnlyStringWrapper(label);
    }

    /// @param id also the key of its label in the texts, behind `action.`
    public static ActionBuilder of(String id, Action.Place menu, Texts texts) {
        return new ActionBuilder(id, menu, texts.get("action." + id));
    }

    public ActionBuilder label(ObservableValue<String> text) {
        this.label = text;
        return this;
    }

    public ActionBuilder icon(String name) {
        this.icon = Optional.of(name);
        return this;
    }

    /// @param combination e.g. `Shortcut+Shift+P`; `Shortcut` is Ctrl, on macOS Command
    public ActionBuilder key(String combination) {
        this.key = Optional.of(KeyCombination.valueOf(combination));
        return this;
    }

    /// Its key counts only where the feature itself has the focus.
    public ActionBuilder whereFocused() {
        this.reach = Action.Reach.FOCUS;
        return this;
    }

    /// @param reason why it cannot be done now; empty when it can
    public ActionBuilder blocked(ObservableValue<String> reason) {
        this.blocked = reason;
        return this;
    }

    public Action does(Runnable task) {
        return new Action(id, menu, label, icon, key, reach, blocked, task);
    }
}
