package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What can be done to cards: in the menus of the window, in the menu of a card, and by keys on the canvas.
final class CardActions {
    private final CanvasFocus focus;
    private final Texts texts;
    private final ObservableValue<String> none;
    private final ObservableValue<String> notOne;
    private final ObservableValue<String> noName;
    private final List<List<Action>> groups;

    /// @param rename asks for another name
    /// @param note asks for a note
    CardActions(CanvasFocus focus, CanvasEdits edits, Texts texts, Consumer<Place> rename, Consumer<Place> note) {
        this.focus = focus;
        this.texts = texts;
        none = blocked(() -> focus.meant().isEmpty() ? "blocked.none" : "");
        notOne = blocked(() -> focus.meant().size() == 1 ? "" : "blocked.notOne");
        noName = blocked(this::whyNoName);
        groups = List.of(
                List.of(
                        of("canvas.rename", "rename", "F2", noName, () -> rename.accept(one())),
                        of("canvas.note", "note", "N", notOne, () -> note.accept(one())),
                        of("canvas.duplicate", "duplicate", "Shortcut+D", none, edits::duplicate)),
                List.of(
                        of("canvas.cut", "cut", "Shortcut+X", none, edits::cut),
                        of("canvas.copy", "copy", "Shortcut+C", none, edits::copy),
                        of("canvas.paste", "paste", "Shortcut+V", blocked(() -> ""), edits::paste),
                        of("canvas.delete", "delete", "Delete", none, edits::delete)),
                List.of(
                        of("canvas.earlier", "left", "Alt+Left", none, () -> edits.moveBy(-1)),
                        of("canvas.later", "right", "Alt+Right", none, () -> edits.moveBy(1)),
                        of("canvas.laneAbove", "up", "Alt+Up", none, () -> edits.moveToLane(-1)),
                        of("canvas.laneBelow", "down", "Alt+Down", none, () -> edits.moveToLane(1))),
                List.of(of("canvas.selectAll", "check", "Shortcut+A", blocked(() -> ""), focus::chooseAll)));
    }

    private ObservableValue<String> blocked(Supplier<String> key) {
        return Bindings.createStringBinding(
                () -> key.get().isEmpty() ? "" : texts.get(key.get()), focus.selected(), focus.card());
    }

    private Action of(String id, String icon, String key, ObservableValue<String> blocked, Runnable task) {
        return ActionBuilder.of(id, Action.Place.COMPONENT, texts)
                .icon(icon)
                .key(key)
                .whereFocused()
                .blocked(blocked)
                .does(task);
    }

    private Place one() {
        return focus.meant().getFirst();
    }

    private String whyNoName() {
        if (focus.meant().size() != 1) {
            return "blocked.notOne";
        }
        Lane lane = one().lane();
        return lane == Lane.KERNEL || lane == Lane.INIT ? "blocked.noName" : "";
    }

    /// As a menu separates them.
    List<List<Action>> groups() {
        return groups;
    }

    List<Action> all() {
        return groups.stream().flatMap(List::stream).toList();
    }
}
