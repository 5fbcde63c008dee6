package dev.lamina.app.studio.run;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.run.RunStatus.Mood;
import dev.lamina.app.studio.run.RunStatus.Status;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// How the machine is, in colour and words, and whether it restarts when the document is saved: for the
/// tool strip.
final class RunControls {
    private static final Texts TEXTS = Texts.of(RunControls.class);

    private final HBox box = new HBox(6);
    private final Label words = new Label();
    private final StackPane sign = new StackPane();
    private Mood shown = Mood.OFF;

    /// @param ofMachine what can be done with the machine that runs
    RunControls(RunStatus status, SaveWatch watch, List<Action> ofMachine) {
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("run-controls");
        words.getStyleClass().add("run-state");
        words.setGraphic(sign);
        words.setAccessibleRole(AccessibleRole.TEXT);
        sign.getStyleClass().add("run-sign");
        box.getChildren().addAll(words, toggle(watch));
        ofMachine.forEach(action -> box.getChildren().add(button(action)));
        status.status().subscribe(this::show);
    }

    private static Node toggle(SaveWatch watch) {
        ToggleButton toggle = new ToggleButton();
        toggle.setGraphic(Icons.of("eye", 16));
        toggle.getStyleClass().addAll("button-icon", "run-watch");
        toggle.selectedProperty().bindBidirectional(watch.on());
        toggle.setAccessibleText(TEXTS.get("action.run.watch"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(watch.on().map(on -> TEXTS.get(on ? "watch.on" : "action.run.watch")));
        toggle.setTooltip(tooltip);
        return toggle;
    }

    /// There while it can be done.
    private static Node button(Action action) {
        Button button = new Button();
        button.setGraphic(Icons.of(action.icon().orElseThrow(), 16));
        button.getStyleClass().addAll("button-icon", "run-control");
        button.accessibleTextProperty().bind(action.label());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(action.label());
        button.setTooltip(tooltip);
        button.visibleProperty().bind(action.blocked().map(String::isEmpty));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(Status now) {
        boolean anything = !now.words().isEmpty();
        words.setVisible(anything);
        words.setManaged(anything);
        words.setText(now.words());
        words.setAccessibleText(TEXTS.get("status.accessible", anything ? now.words() : TEXTS.get("status.off")));
        if (now.mood() != shown) {
            words.getStyleClass().remove(style(shown));
            words.getStyleClass().add(style(now.mood()));
            sign.getChildren().setAll(sign(now.mood()));
            shown = now.mood();
        }
    }

    private static String style(Mood mood) {
        return "run-" + Texts.word(mood);
    }

    /// Colour alone does not tell.
    private static Node sign(Mood mood) {
        return switch (mood) {
            case OFF -> Icons.of("power", 14);
            case BUSY -> {
                ProgressIndicator turning = new ProgressIndicator();
                turning.getStyleClass().add("run-turning");
                yield turning;
            }
            case HELD -> Icons.of("pause", 14);
            case READY -> Icons.of("check", 14);
            case FAILED -> Icons.of("severity-error", 14);
        };
    }

    Node node() {
        return box;
    }
}
