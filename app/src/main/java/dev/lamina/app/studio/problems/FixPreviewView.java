package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.problem.Problem;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What several fixes would change, line by line, before they are made.
final class FixPreviewView {
    private static final Texts TEXTS = Texts.of(FixPreviewView.class);

    private final FixesViewModel fixes;

    FixPreviewView(FixesViewModel fixes) {
        this.fixes = fixes;
    }

    Node of(FixPlan plan) {
        Label title = new Label(plan.change().label(), Icons.of("fix", 18));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        Label count = new Label(TEXTS.get("plan.count", plan.added(), plan.removed()));
        count.getStyleClass().add("muted");
        count.setWrapText(true);
        ListView<DiffLine> diff = new ListView<>();
        diff.getItems().setAll(plan.lines());
        diff.setCellFactory(list -> new LineCell());
        diff.getStyleClass().addAll("diff", "dense");
        diff.setAccessibleText(plan.change().label());
        VBox head = new VBox(title, count);
        head.getStyleClass().add("preview-head");
        BorderPane pane = new BorderPane(diff, head, null, foot(plan), null);
        pane.getStyleClass().add("preview");
        return pane;
    }

    private Node foot(FixPlan plan) {
        Prose notes = new Prose();
        if (!plan.left().isEmpty()) {
            notes.paragraph(TEXTS.get("plan.left", plan.left().size()));
        }
        plan.refused().stream().map(Problem::message).distinct().limit(3).forEach(notes::muted);
        Button apply = new Button(TEXTS.get("plan.apply"), Icons.of("check", 14));
        apply.getStyleClass().addAll("accent", "small");
        apply.setDefaultButton(false);
        String blocked = fixes.blocked(plan);
        apply.setDisable(!blocked.isEmpty());
        apply.setOnAction(event -> fixes.apply(plan));
        HBox holder = new HBox(apply);
        if (!blocked.isEmpty()) {
            Tooltip.install(holder, new Tooltip(blocked));
        }
        Button cancel = new Button(TEXTS.get("button.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(event -> fixes.explain());
        FlowPane buttons = new FlowPane(holder, cancel);
        buttons.getStyleClass().add("explanation-buttons");
        VBox foot = new VBox(notes.node(), buttons);
        foot.getStyleClass().add("preview-foot");
        return foot;
    }

    /// A line with its number and its mark, coloured by what becomes of it.
    private static final class LineCell extends ListCell<DiffLine> {
        private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
        private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

        private final Label number = new Label();
        private final Label mark = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(number, mark, text);

        LineCell() {
            getStyleClass().add("diff-line");
            number.getStyleClass().addAll("diff-number", "mono");
            mark.getStyleClass().addAll("diff-mark", "mono");
            text.getStyleClass().addAll("diff-text", "mono");
            text.setMinWidth(Label.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable DiffLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                colour(DiffLine.Kind.SAME);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            colour(line.kind());
            number.setText(line.number() == 0 ? "" : String.valueOf(line.number()));
            mark.setText(line.kind().mark());
            text.setText(line.text());
            setGraphic(row);
            setAccessibleText(
                    switch (line.kind()) {
                        case ADDED -> TEXTS.get("plan.addedLine", line.text());
                        case REMOVED -> TEXTS.get("plan.removedLine", line.text());
                        case SAME, GAP -> line.text();
                    });
        }

        private void colour(DiffLine.Kind kind) {
            pseudoClassStateChanged(ADDED, kind == DiffLine.Kind.ADDED);
            pseudoClassStateChanged(REMOVED, kind == DiffLine.Kind.REMOVED);
        }
    }
}
