package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What is shown, and the most used of what can be done with it.
final class ConsoleToolbar {
    private static final Texts TEXTS = Texts.of(ConsoleToolbar.class);
    private static final PseudoClass RUNS = PseudoClass.getPseudoClass("runs");

    private final Label state = new Label();
    private final HBox bar = new HBox();

    /// @param then gives the keyboard back to the guest
    ConsoleToolbar(ConsoleViewModel console, ConsoleActions actions, Runnable then) {
        state.setGraphic(Icons.of("terminal", 14));
        state.getStyleClass().add("console-state");
        state.setMinWidth(0);
        Tooltip help = new Tooltip();
        help.textProperty().bind(state.textProperty());
        state.setTooltip(help);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren()
                .addAll(
                        state,
                        space,
                        ConsoleButton.of(actions.find, () -> {}, console.find().open()),
                        ConsoleButton.of(actions.copy, then),
                        ConsoleButton.of(actions.paste, then),
                        ConsoleButton.of(actions.timestamps, then, console.timestamps()),
                        ConsoleButton.of(actions.pause, then, console.viewing().paused()),
                        ConsoleButton.of(actions.clear, then),
                        ConsoleButton.of(actions.saveText, then));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("console-toolbar");
        console.standing().subscribe(this::show);
    }

    private void show(Standing standing) {
        state.pseudoClassStateChanged(RUNS, standing instanceof Standing.Running);
        state.setText(
                switch (standing) {
                    case Standing.Off() -> TEXTS.get("state.off");
                    case Standing.Running() -> TEXTS.get("state.running");
                    case Standing.Ended(String words) -> TEXTS.get("state.ended");
                });
    }

    Node node() {
        return bar;
    }
}
