package dev.lamina.app.studio.console;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;

/// What can be done with a console. All keys have Ctrl and Shift, as the others belong to the guest.
final class ConsoleActions {
    private static final Texts TEXTS = Texts.of(ConsoleActions.class);

    final Action copy;
    final Action paste;
    final Action selectAll;
    final Action selectKeys;
    final Action find;
    final Action clear;
    final Action saveText;
    final Action saveBytes;
    final Action timestamps;
    final Action pause;
    final Action tellSize;
    private final ConsoleViewModel console;
    private final ObservableValue<String> none;

    /// @param openFind opens the bar that finds
    ConsoleActions(ConsoleViewModel console, Saving saving, Runnable openFind) {
        this.console = console;
        this.none = why("none.screen", Standing.Off.class);
        ObservableValue<String> nothing = Bindings.createStringBinding(
                () -> console.selecting().selected().get().isEmpty() ? TEXTS.get("none.selected") : "",
                console.selecting().selected());
        ObservableValue<String> ended = Bindings.createStringBinding(
                () -> console.standing().get() instanceof Standing.Running ? "" : TEXTS.get("none.running"),
                console.standing());
        copy = of("copy", "copy", "C").blocked(nothing).does(console::copy);
        paste = of("paste", "paste", "V").blocked(ended).does(console::paste);
        selectAll = of("selectAll", "terminal", "A").blocked(none).does(console::selectAll);
        selectKeys = of("selectKeys", "command", "M").blocked(none).does(console::selectWithKeys);
        find = of("find", "search", "F").blocked(none).does(openFind);
        clear = of("clear", "clear", "K").blocked(none).does(console::clear);
        saveText = named("saveText", "save-as").blocked(none).does(saving::text);
        saveBytes = named("saveBytes", "save").blocked(none).does(saving::bytes);
        timestamps = of("timestamps", "clock", "T").does(() -> flip(console.timestamps()));
        pause = of("pause", "pause", "X")
                .blocked(none)
                .label(Bindings.createStringBinding(
                        () -> TEXTS.get(
                                console.viewing().paused().get() ? "action.console.goOn" : "action.console.pause"),
                        console.viewing().paused()))
                .does(() -> flip(console.viewing().paused()));
        tellSize = named("tellSize", "fit").blocked(ended).does(console::tellSize);
    }

    private ObservableValue<String> why(String key, Class<? extends Standing> when) {
        return Bindings.createStringBinding(
                () -> when.isInstance(console.standing().get()) ? TEXTS.get(key) : "", console.standing());
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    private static ActionBuilder named(String verb, String icon) {
        return ActionBuilder.of("console." + verb, Action.Place.NONE, TEXTS)
                .icon(icon)
                .whereFocused();
    }

    private static ActionBuilder of(String verb, String icon, String letter) {
        return named(verb, icon).key("Shortcut+Shift+" + letter);
    }

    List<Action> all() {
        return List.of(
                copy,
                paste,
                selectAll,
                selectKeys,
                find,
                of("findNext", "down", "G").blocked(none).does(console::findNext),
                named("findPrevious", "up").key("Shortcut+Alt+G").blocked(none).does(console::findPrevious),
                clear,
                saveText,
                saveBytes,
                timestamps,
                pause,
                of("begin", "up", "Home").blocked(none).does(() -> console.scrollTo(0)),
                of("end", "down", "End").blocked(none).does(console::jumpToEnd),
                tellSize,
                named("larger", "zoom-in").key("Shortcut+Equals").does(console.zoom()::larger),
                named("smaller", "zoom-out").key("Shortcut+Minus").does(console.zoom()::smaller),
                named("usualSize", "reset").key("Shortcut+0").does(console.zoom()::usual));
    }

    /// Other keys for the same, which stand in no list: those of macOS, of older terminals, of other keyboards.
    List<Action> silent() {
        return List.of(
                silent("copy", "Meta+C", console::copy),
                silent("paste", "Meta+V", console::paste),
                silent("paste", "Shift+Insert", console::paste),
                silent("find", "Meta+F", find::run),
                silent("larger", "Shortcut+Plus", console.zoom()::larger),
                silent("larger", "Shortcut+Add", console.zoom()::larger),
                silent("smaller", "Shortcut+Subtract", console.zoom()::smaller),
                silent(
                        "begin",
                        "Shift+Page_Up",
                        () -> console.scrollBy(1L - console.viewing().rows())),
                silent(
                        "end",
                        "Shift+Page_Down",
                        () -> console.scrollBy(console.viewing().rows() - 1L)));
    }

    private static Action silent(String verb, String key, Runnable task) {
        return named(verb, "terminal").key(key).does(task);
    }
}
