package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import java.util.ArrayList;
import java.util.List;

/// What can be done in an editor, with its keys.
final class EditorActions {
    private static final Texts TEXTS = Texts.of(EditorActions.class);

    private final List<Action> all = new ArrayList<>();

    EditorActions finding(FindBar bar) {
        add("editor.find", Place.EDIT, "Shortcut+F", "search", () -> bar.open(false));
        add("editor.replace", Place.EDIT, "Shortcut+H", "search", () -> bar.open(true));
        add("editor.findNext", Place.NONE, "F3", "down", bar::next);
        add("editor.findPrevious", Place.NONE, "Shift+F3", "up", bar::previous);
        return this;
    }

    EditorActions going(GoToBar bar) {
        add("editor.goToLine", Place.EDIT, "Shortcut+G", "jump", bar::openLine);
        add("editor.goToSymbol", Place.EDIT, "Shortcut+Shift+O", "jump", bar::openSymbol);
        return this;
    }

    EditorActions writing(CompletionList completion, AreaKeys keys, Runnable problems) {
        add("editor.complete", Place.NONE, "Shortcut+Space", "help", () -> completion.open(true));
        add("editor.problem", Place.NONE, "Shortcut+Period", "fix", problems);
        add("editor.toggleComment", Place.EDIT, "Shortcut+Slash", "note", keys::toggleComment);
        add("editor.duplicate", Place.NONE, "Shortcut+D", "duplicate", keys::duplicate);
        add("editor.moveUp", Place.NONE, "Alt+Up", "up", keys::moveUp);
        add("editor.moveDown", Place.NONE, "Alt+Down", "down", keys::moveDown);
        add("editor.showMore", Place.VIEW, "Alt+Enter", "eye", keys::showMore);
        return this;
    }

    EditorActions folding(TextView text) {
        add("editor.fold", Place.VIEW, "Shortcut+Shift+Minus", "right", text::foldHere);
        add("editor.unfold", Place.VIEW, "Shortcut+Shift+Equals", "down", text::unfoldHere);
        add("editor.foldAll", Place.VIEW, "Shortcut+Alt+Minus", "right", text.folds()::foldComponents);
        add("editor.unfoldAll", Place.VIEW, "Shortcut+Alt+Equals", "down", text.folds()::unfoldAll);
        return this;
    }

    EditorActions looking(TextLook look) {
        add("editor.larger", Place.VIEW, "Shortcut+Equals", "zoom-in", look::larger);
        add("editor.smaller", Place.VIEW, "Shortcut+Minus", "zoom-out", look::smaller);
        add("editor.usualSize", Place.VIEW, "Shortcut+0", "reset", look::usual);
        add("editor.wrap", Place.VIEW, "Alt+Z", "editor", look::toggleWrap);
        add("editor.spaces", Place.VIEW, "Alt+Shift+W", "eye", look::toggleSpaces);
        return this;
    }

    private void add(String id, Place menu, String key, String icon, Runnable task) {
        all.add(ActionBuilder.of(id, menu, TEXTS)
                .key(key)
                .icon(icon)
                .whereFocused()
                .does(task));
    }

    List<Action> all() {
        return List.copyOf(all);
    }
}
