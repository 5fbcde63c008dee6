package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.lesson.Solution;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Outcome;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A step: what to do, when it is done, and what came of looking.
final class StepView {
    private static final Texts TEXTS = Texts.of(StepView.class);

    private final LessonsViewModel model;
    private final LessonStep step;
    private final VBox box = new VBox();
    private final VBox checks = new VBox();
    private final Subscription subscription;

    StepView(LessonsViewModel model, LessonStep step) {
        this.model = model;
        this.step = step;
        box.getStyleClass().add("lesson-step-body");
        box.getChildren().addAll(Prose.of(step.text()));
        checks.getStyleClass().add("lesson-checks");
        box.getChildren()
                .addAll(
                        Labels.wrapped(TEXTS.get("step.when"), "lesson-heading"),
                        checks,
                        Labels.message(model.message(), "lesson-message"),
                        buttons(),
                        hint(),
                        solution());
        subscription = model.outcomes().subscribe(outcomes -> showChecks());
    }

    Node node() {
        return box;
    }

    /// It is shown no more.
    void close() {
        subscription.unsubscribe();
    }

    private void showChecks() {
        checks.getChildren().setAll(step.checks().stream().map(this::check).toList());
    }

    private Node check(Expectation expectation) {
        Optional<Outcome> outcome = model.outcomes().get().stream()
                .filter(each -> each.expectation().equals(expectation))
                .findFirst();
        boolean holds = outcome.filter(Outcome::holds).isPresent();
        StackPane icon = Icons.of(outcome.isEmpty() ? "clock" : holds ? "check" : "close", 14);
        icon.getStyleClass().add(outcome.isEmpty() ? "muted" : holds ? "success" : "danger");
        Label words = Labels.wrapped(expectation.words(), "lesson-check-words");
        words.setGraphic(icon);
        words.setAccessibleText(
                TEXTS.get(outcome.isEmpty() ? "step.open" : holds ? "step.holds" : "step.not", expectation.words()));
        VBox check = new VBox(words);
        outcome.map(Outcome::found)
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> check.getChildren().add(Labels.wrapped(found, "lesson-found")));
        return check;
    }

    private Node buttons() {
        Button check = new Button();
        check.textProperty().bind(model.checking().map(running -> TEXTS.get(running ? "checking" : "check")));
        check.disableProperty().bind(model.checking());
        check.getStyleClass().addAll("accent", "lesson-check");
        check.setOnAction(event -> model.check());
        FlowPane buttons = new FlowPane(check);
        buttons.getStyleClass().add("lesson-buttons");
        if (model.shown().get() < model.done().get()) {
            Button next = new Button(TEXTS.get("next"), Icons.of("right", 14));
            next.getStyleClass().add("lesson-next");
            next.setOnAction(event -> model.next());
            buttons.getChildren().add(next);
        }
        buttons.getChildren().addAll(toggle("hint", model.hint()), toggle("solution", model.solution()));
        return buttons;
    }

    private static Node toggle(String key, BooleanProperty shown) {
        ToggleButton button = new ToggleButton(TEXTS.get(key));
        button.getStyleClass().add("lesson-" + key + "-button");
        button.selectedProperty().bindBidirectional(shown);
        return button;
    }

    private Node hint() {
        Label hint = Labels.wrapped(step.hint(), "lesson-hint");
        hint.setGraphic(Icons.of("help", 14));
        shownWith(hint, model.hint());
        return hint;
    }

    private Node solution() {
        VBox solution = new VBox();
        solution.getStyleClass().add("lesson-solution");
        for (Solution.Part part : step.solution().parts()) {
            solution.getChildren().add(Labels.wrapped(part.words(), "lesson-heading"));
            if (!part.code().isBlank()) {
                solution.getChildren().add(Prose.code(part.code().stripTrailing()));
            }
        }
        if (!step.solution().replacements().isEmpty()) {
            Button solve = new Button(TEXTS.get("solve"), Icons.of("fix", 14));
            solve.setTooltip(new Tooltip(TEXTS.get("solve.help")));
            solve.getStyleClass().addAll("small", "lesson-solve");
            solve.setOnAction(event -> model.solve());
            solution.getChildren().add(solve);
        }
        shownWith(solution, model.solution());
        return solution;
    }

    private static void shownWith(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }
}
