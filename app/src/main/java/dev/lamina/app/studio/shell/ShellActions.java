package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;

/// What can be done to the window itself.
final class ShellActions {
    private static final Texts TEXTS = Texts.of(ShellActions.class);

    private final Preferences preferences;
    private final Action commands;
    private final Action keys;
    private final Action next;
    private final Action tour;
    private final Action lessons;
    private final Action about;
    private final List<Action> help;

    /// @param help what else stands in the menu of help
    ShellActions(Preferences preferences, Showing showing, List<Action> help) {
        this.help = help;
        this.next = ActionBuilder.of("panes.next", Place.VIEW, TEXTS).key("F6").does(showing.nextPart());
        this.tour = ActionBuilder.of("help.tour", Place.HELP, TEXTS)
                .icon("template")
                .does(showing.tour());
        this.lessons = ActionBuilder.of("help.lessons", Place.HELP, TEXTS)
                .icon("lesson")
                .key("Shortcut+Shift+4")
                .does(showing.lessons());
        this.about =
                ActionBuilder.of("help.about", Place.HELP, TEXTS).icon("info").does(showing.about());
        this.preferences = preferences;
        this.commands = ActionBuilder.of("help.commands", Place.HELP, TEXTS)
                .icon("command")
                .key("Shortcut+Shift+P")
                .does(showing.commands());
        this.keys = ActionBuilder.of("help.keys", Place.HELP, TEXTS)
                .icon("help")
                .key("F1")
                .does(showing.keys());
    }

    Action commands() {
        return commands;
    }

    List<Action> all() {
        return Stream.of(ofWindow(), help, List.of(about)).flatMap(List::stream).toList();
    }

    private List<Action> ofWindow() {
        return List.of(
                mode(ViewMode.CANVAS, "minimap", "Shortcut+Alt+1"),
                mode(ViewMode.SPLIT, "inspector", "Shortcut+Alt+2"),
                mode(ViewMode.TEXT, "editor", "Shortcut+Alt+3"),
                toggle("panes.palette", "palette", "Shortcut+Shift+1", preferences.palette()),
                toggle("panes.inspector", "inspector", "Shortcut+Shift+2", preferences.inspector()),
                toggle("panes.below", "problems", "Shortcut+Shift+3", preferences.below()),
                next,
                ActionBuilder.of("view.present", Place.VIEW, TEXTS)
                        .icon("eye")
                        .key("F5")
                        .does(() -> preferences
                                .presenting()
                                .set(!preferences.presenting().get())),
                theme(Theme.SYSTEM, "settings"),
                theme(Theme.LIGHT, "theme-light"),
                theme(Theme.DARK, "theme-dark"),
                theme(Theme.HIGH_CONTRAST, "theme-contrast"),
                scale("scale.larger", "Shortcut+Shift+Plus", 1),
                scale("scale.smaller", "Shortcut+Shift+Minus", -1),
                commands,
                keys,
                tour,
                lessons);
    }

    private Action mode(ViewMode mode, String icon, String key) {
        return ActionBuilder.of("mode." + mode.key(), Place.VIEW, TEXTS)
                .icon(icon)
                .key(key)
                .does(() -> preferences.mode().set(mode));
    }

    private static Action toggle(String id, String icon, String key, BooleanProperty shown) {
        return ActionBuilder.of(id, Place.VIEW, TEXTS).icon(icon).key(key).does(() -> shown.set(!shown.get()));
    }

    private Action theme(Theme theme, String icon) {
        return ActionBuilder.of("theme." + theme.name().toLowerCase(Locale.ROOT), Place.VIEW, TEXTS)
                .icon(icon)
                .does(() -> preferences.theme().set(theme));
    }

    private Action scale(String id, String key, int steps) {
        return ActionBuilder.of(id, Place.VIEW, TEXTS).key(key).does(() -> preferences.scaleBy(steps));
    }
}
