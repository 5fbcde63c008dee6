package dev.lamina.app.studio.boottest;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.boottest.TestRow.State;
import dev.lamina.app.studio.look.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A step with its tick, and what is so instead when it failed.
final class TestCell extends ListCell<TestRow> {
    private static final Texts TEXTS = Texts.of(TestCell.class);

    private final StackPane sign = new StackPane();
    private final Label words = new Label();
    private final Label time = new Label();
    private final Label detail = new Label();
    private final Tooltip tip = new Tooltip();
    private final VBox box;

    TestCell() {
        sign.getStyleClass().add("boottest-sign");
        words.getStyleClass().add("boottest-words");
        time.getStyleClass().add("boottest-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("boottest-detail");
        detail.managedProperty().bind(detail.visibleProperty());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(sign, words, time);
        line.getStyleClass().add("boottest-line");
        box = new VBox(line, detail);
        // The list decides how wide it is; long lines end in an ellipsis.
        box.setMinWidth(0);
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TestRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        words.setText(item.words());
        time.setText(item.time());
        detail.setText(item.detail());
        detail.setVisible(!item.detail().isEmpty());
        String state = Texts.word(item.state());
        box.getStyleClass().setAll("boottest-step", state);
        sign.getChildren().setAll(sign(item.state()));
        String spoken =
                TEXTS.get("step." + state, item.words()) + (item.detail().isEmpty() ? "" : "\n" + item.detail());
        tip.setText(spoken);
        setTooltip(tip);
        setAccessibleText(spoken);
        setGraphic(box);
    }

    /// Colour alone does not tell.
    private static Node sign(State state) {
        return switch (state) {
            case OPEN -> Icons.of("clock", 14);
            case RUNNING -> Turning.node();
            case PASSED -> Icons.of("check", 14);
            case FAILED -> Icons.of("close", 14);
            case SKIPPED -> Icons.of("right", 14);
        };
    }
}
