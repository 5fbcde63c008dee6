package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Marks.Mark;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.model.check.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What stands in front of each line: the worst finding, the number, and a triangle where lines can be folded.
final class Gutter implements IntFunction<Node> {
    private static final Texts TEXTS = Texts.of(Gutter.class);
    private static final double SIZE = 14;
    private static final int FEWEST_DIGITS = 3;

    private final YamlArea area;
    private final Lines lines;
    private final Folds folds;
    private final ObservableValue<Marks> marks;
    private final BiConsumer<Node, List<Mark>> hovered;

    /// @param hovered is told when the pointer is on the icon of findings
    Gutter(
            YamlArea area,
            Lines lines,
            Folds folds,
            ObservableValue<Marks> marks,
            BiConsumer<Node, List<Mark>> hovered) {
        this.area = area;
        this.lines = lines;
        this.folds = folds;
        this.marks = marks;
        this.hovered = hovered;
    }

    @Override
    public Node apply(int line) {
        HBox box = new HBox(severity(line), number(line), triangle(line));
        box.getStyleClass().add("editor-gutter");
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setUserData(shows(line));
        return box;
    }

    /// What depends on more than the number of the line.
    private record Shows(int problems, Optional<Severity> worst, boolean opens, boolean folded, int digits) {}

    private Shows shows(int line) {
        List<Mark> found = of(line);
        return new Shows(found.size(), Marks.worst(found), Folding.opens(lines, line), folds.folded(line), digits());
    }

    /// Whether a node still shows what there is to show of a line. A new node costs far more than this question.
    boolean isCurrent(@Nullable Node node, int line) {
        return node != null && shows(line).equals(node.getUserData());
    }

    private int digits() {
        return Math.max(FEWEST_DIGITS, String.valueOf(lines.count()).length());
    }

    private Node number(int line) {
        Label number = new Label(("%" + digits() + "d").formatted(line + 1));
        number.getStyleClass().add("line-number");
        return number;
    }

    private Node severity(int line) {
        StackPane slot = slot();
        List<Mark> found = of(line);
        Optional<Severity> worst = Marks.worst(found);
        worst.ifPresent(severity -> {
            slot.getChildren().add(SeverityIcon.of(severity, SIZE));
            slot.setAccessibleText(TEXTS.get("gutter.problems", found.size(), severity.text()));
            slot.setOnMouseEntered(event -> hovered.accept(slot, found));
            slot.setOnMouseClicked(event -> hovered.accept(slot, found));
        });
        return slot;
    }

    private static StackPane slot() {
        StackPane slot = new StackPane();
        slot.getStyleClass().add("gutter-slot");
        return slot;
    }

    /// The findings of a line.
    List<Mark> of(int line) {
        if (line >= lines.count()) {
            return List.of();
        }
        int start = area.getAbsolutePosition(line, 0);
        return marks.getValue().in(start, start + lines.line(line).length());
    }

    private Node triangle(int line) {
        StackPane slot = slot();
        if (line < lines.count() && (Folding.opens(lines, line) || folds.folded(line))) {
            StackPane icon = Icons.of(folds.folded(line) ? "right" : "down", SIZE);
            icon.getStyleClass().add("muted");
            slot.getChildren().add(icon);
            slot.getStyleClass().add("fold");
            slot.setOnMouseClicked(event -> folds.toggle(line));
        }
        return slot;
    }
}
