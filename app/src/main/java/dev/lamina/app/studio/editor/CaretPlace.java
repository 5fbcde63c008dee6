package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Ancestry.Found;
import dev.lamina.app.studio.editor.Ancestry.Opening;
import dev.lamina.app.studio.editor.LineShape.Kind;
import java.util.ArrayList;
import java.util.List;

/// Which value of a document a place of its text belongs to. Works on texts that are no YAML yet.
final class CaretPlace {
    private CaretPlace() {}

    /// The path, e.g. `services[0].binds[1]`; empty at the root. Comments belong to what follows them.
    static String path(Lines lines, int line, int column) {
        return Step.path(steps(lines, line, column));
    }

    private static List<Step> steps(Lines lines, int line, int column) {
        LineShape shape = LineShape.of(lines.line(line));
        return switch (shape.kind()) {
            case MARKER -> List.of();
            case BLANK -> Ancestry.of(lines, line, Ancestry.empty(column)).steps();
            case COMMENT -> ofComment(lines, line, shape.indent());
            case CONTENT -> ofContent(lines, line, column, shape);
        };
    }

    private static List<Step> ofComment(Lines lines, int line, int indent) {
        for (int next = line + 1; next < lines.count(); next++) {
            LineShape shape = LineShape.of(lines.line(next));
            if (shape.kind() != Kind.COMMENT) {
                return shape.content() && shape.indent() == indent
                        ? Ancestry.of(lines, next, shape).steps()
                        : Ancestry.of(lines, line, Ancestry.empty(indent)).steps();
            }
        }
        return Ancestry.of(lines, line, Ancestry.empty(indent)).steps();
    }

    private static List<Step> ofContent(Lines lines, int line, int column, LineShape shape) {
        Found found = Ancestry.of(lines, line, shape);
        List<Step> steps = new ArrayList<>(found.steps());
        found.opening()
                .filter(opening -> opening.line() < line || column > opening.column())
                .ifPresent(opening -> steps.addAll(
                        FlowPlace.of(between(lines, opening, line, column)).steps()));
        return steps;
    }

    /// The text from a bracket to a place.
    static String between(Lines lines, Opening from, int line, int column) {
        StringBuilder text = new StringBuilder();
        for (int i = from.line(); i <= line; i++) {
            String whole = lines.line(i);
            int end = i == line ? Math.min(column, whole.length()) : whole.length();
            text.append(whole, i == from.line() ? Math.min(from.column(), end) : 0, end);
            text.append(i == line ? "" : "\n");
        }
        return text.toString();
    }
}
