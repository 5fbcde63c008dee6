package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.build.StepRow.Kind;
import dev.lamina.app.studio.build.StepRow.State;
import dev.lamina.app.studio.look.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A step of a build: what it is, how far, how large, how long.
final class StepCell extends ListCell<StepRow> {
    private static final Texts TEXTS = Texts.of(StepCell.class);
    private static final int ICON = 16;

    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Label note = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label badge = new Label();
    private final Label size = new Label();
    private final Label time = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox row = new HBox(icon, title, note, bar, badge, size, time);

    StepCell() {
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("step-row");
        title.getStyleClass().add("step-title");
        note.getStyleClass().addAll("step-note", "muted");
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        bar.getStyleClass().add("step-bar");
        badge.getStyleClass().add("step-badge");
        size.getStyleClass().add("step-size");
        time.getStyleClass().add("step-time");
        for (Label fixed : new Label[] {badge, size, time}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        title.setTooltip(whole);
        note.setTooltip(whole);
        getStyleClass().add("step-cell");
        setPrefWidth(0); // as wide as the list: long labels end in an ellipsis
    }

    @Override
    protected void updateItem(@Nullable StepRow step, boolean empty) {
        super.updateItem(step, empty);
        setText(null);
        if (step == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(row);
        for (State state : State.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(Texts.word(state)), state == step.state());
        }
        icon.getChildren().setAll(Icons.of(iconOf(step), ICON));
        title.setText(step.kind() == Kind.FORMAT ? TEXTS.get("format." + step.title()) : step.title());
        note.setText(step.note());
        whole.setText(step.note().isEmpty() ? step.title() : step.title() + "\n" + step.note());
        badge.setText(badge(step));
        size.setText(step.bytes() == 0 ? "" : Amounts.bytes(step.bytes()));
        time.setText(step.took().map(Amounts::time).orElse(""));
        bar.setVisible(step.state() == State.RUNNING);
        bar.setManaged(bar.isVisible());
        bar.setProgress(step.fraction());
        setAccessibleText(TEXTS.get(
                "step",
                TEXTS.get("kind.step." + Texts.word(step.kind())),
                title.getText(),
                badge.getText(),
                size.getText(),
                time.getText()));
    }

    private static String badge(StepRow step) {
        return step.state() == State.RUNNING && step.fraction() >= 0
                ? Amounts.percent(step.fraction())
                : TEXTS.get("state." + Texts.word(step.kind()) + "." + Texts.word(step.state()));
    }

    private static String iconOf(StepRow step) {
        return switch (step.state()) {
            case DONE, CACHED -> "check";
            case FAILED -> "severity-error";
            case STOPPED -> "stop";
            case FETCH, MAKE, RUNNING ->
                switch (step.kind()) {
                    case IMAGE -> "image";
                    case SEGMENT -> "box";
                    case FORMAT -> "file";
                };
        };
    }
}
