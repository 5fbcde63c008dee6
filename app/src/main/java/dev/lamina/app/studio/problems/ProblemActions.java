package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What can be done with problems. Stepping through them and mending all counts everywhere in the window.
final class ProblemActions {
    private static final Texts TEXTS = Texts.of(ProblemActions.class);

    private final ProblemsViewModel problems;
    private final FixesViewModel fixes;
    private final Desk desk;

    ProblemActions(ProblemsViewModel problems, FixesViewModel fixes, Desk desk) {
        this.problems = problems;
        this.fixes = fixes;
        this.desk = desk;
    }

    /// @param toggleBeside shows or hides what stands beside the list
    List<Action> all(Runnable toggleBeside) {
        ObservableValue<String> none = Bindings.createStringBinding(
                () -> problems.rows().isEmpty() ? TEXTS.get("count.none") : "", problems.refreshed());
        ObservableValue<String> noFix = Bindings.createStringBinding(
                () -> problems.summary().get().fixable() == 0 ? TEXTS.get("fixAll.blocked") : "", problems.summary());
        return List.of(
                builder("next").icon("down").key("F8").blocked(none).does(() -> problems.step(1)),
                builder("previous").icon("up").key("Shift+F8").blocked(none).does(() -> problems.step(-1)),
                ActionBuilder.of("problems.fixAll", Action.Place.EDIT, TEXTS)
                        .icon("fix")
                        .key("Shortcut+Alt+Period")
                        .blocked(noFix)
                        .does(fixes::planAll),
                selected("fix", "fix", "Shortcut+Period", fixes::blocked, fixes::fix),
                selected("fixKind", "fix", "Shortcut+Shift+Period", this::blockedKind, fixes::planKind),
                selected("allow", "check", "Shortcut+Shift+A", AllowViewModel::blocked, fixes::allow),
                selected(
                        "copy",
                        "copy",
                        "Shortcut+C",
                        entry -> "",
                        entry -> desk.clipboard().put(ExplanationView.text(entry))),
                ActionBuilder.of("problems.explain", Action.Place.NONE, TEXTS)
                        .icon("explain")
                        .key("Shortcut+I")
                        .whereFocused()
                        .does(toggleBeside));
    }

    private static ActionBuilder builder(String verb) {
        return ActionBuilder.of("problems." + verb, Action.Place.VIEW, TEXTS);
    }

    private String blockedKind(ProblemEntry entry) {
        return fixes.ofKind(entry) == 0 ? fixes.blocked(entry) : "";
    }

    /// Something that is done with the selected finding.
    private Action selected(
            String verb, String icon, String key, Function<ProblemEntry, String> blocked, Consumer<ProblemEntry> does) {
        ObservableValue<String> why = Bindings.createStringBinding(
                () -> problems.selected().get().map(blocked).orElseGet(() -> TEXTS.get("none.selected")),
                problems.selected(),
                problems.refreshed());
        return ActionBuilder.of("problems." + verb, Action.Place.NONE, TEXTS)
                .icon(icon)
                .key(key)
                .whereFocused()
                .blocked(why)
                .does(() -> problems.selected().get().ifPresent(does));
    }
}
