package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// How many problems there are, for the status bar: the icon of the worst, and the counts of the two worst severities.
/// A click shows them.
public final class ProblemsStatus {
    private static final Texts TEXTS = Texts.of(ProblemsStatus.class);
    private static final double SIZE = 14;

    private final Button button = new Button();
    private final Tooltip help = new Tooltip();

    /// @param open shows the problems
    public ProblemsStatus(ObservableValue<ProblemSummary> summary, Runnable open) {
        button.getStyleClass().addAll("flat", "problem-status");
        button.setOnAction(event -> open.run());
        button.setTooltip(help);
        summary.subscribe(this::show);
    }

    public Node node() {
        return button;
    }

    private void show(ProblemSummary summary) {
        button.setGraphic(icon(summary));
        button.setText(summary.fewWords());
        String words = TEXTS.get("status.problems", summary.words());
        help.setText(words);
        button.setAccessibleText(words);
    }

    /// The icon of the worst severity, for tabs as well.
    public static Node icon(ProblemSummary summary) {
        if (summary.worst().isPresent()) {
            return SeverityIcon.of(summary.worst().get(), SIZE);
        }
        StackPane check = Icons.of("check", SIZE);
        check.getStyleClass().add("success");
        return check;
    }
}
