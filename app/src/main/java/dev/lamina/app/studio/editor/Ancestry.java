package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.LineShape.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a line of a document belongs to, told by the indentation of the lines above. This works on texts that are no
/// YAML yet, and only looks at lines that are indented less than what was found before.
final class Ancestry {
    private final Lines lines;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<String> siblings = new HashSet<>();
    private Optional<Opening> opening = Optional.empty();
    private boolean inBlock;
    private int column;
    private boolean dash;
    private int index;
    private boolean first = true;

    private Ancestry(Lines lines) {
        this.lines = lines;
    }

    /// Where a value in brackets begins that may go on to the line.
    record Opening(int line, int column) {}

    /// @param steps to the line, its own dashes and key among them
    /// @param siblings keys above that stand beside what the line begins with
    /// @param inBlock whether the line is part of a text in a block; then the steps end at its key
    record Found(List<Step> steps, Set<String> siblings, Optional<Opening> opening, boolean inBlock) {
        Found {
            steps = List.copyOf(steps);
            siblings = Set.copyOf(siblings);
        }
    }

    /// @param line the line
    /// @param own what it looks like, or would look like
    static Found of(Lines lines, int line, LineShape own) {
        Ancestry ancestry = new Ancestry(lines);
        ancestry.begin(line, own);
        for (int i = line - 1; i >= 0 && (ancestry.first || !ancestry.isRoot()); i--) {
            String text = lines.line(i);
            if (LineShape.isMarker(text)) {
                break;
            }
            int indent = LineShape.skipSpaces(text, 0);
            if (ancestry.isNeighbour(text, indent)) {
                ancestry.index++;
            } else if (indent <= ancestry.column) {
                ancestry.look(i, text, LineShape.of(text));
            }
        }
        ancestry.endList();
        return new Found(List.copyOf(ancestry.steps), ancestry.siblings, ancestry.opening, ancestry.inBlock);
    }

    private void begin(int line, LineShape own) {
        column = own.column();
        if (own.hasKey()) {
            steps.addFirst(new Step.Key(own.key()));
            column = own.keyColumn();
        }
        for (int i = own.dashes().size() - 1; i >= 0; i--) {
            if (dash) {
                steps.addFirst(new Step.Index(0));
            }
            dash = true;
            column = own.dashes().get(i);
        }
        if (own.content() && own.valueColumn() >= 0) {
            open(line, lines.line(line), own.valueColumn());
        }
    }

    private boolean isRoot() {
        return column == 0 && !dash;
    }

    /// Whether a line is an element of the same list, which is all that matters of it.
    private boolean isNeighbour(String text, int indent) {
        return dash && indent == column && text.startsWith("- ", indent);
    }

    private void look(int line, String text, LineShape shape) {
        if (!shape.content()) {
            return;
        }
        if (first && !dash && shape.keyColumn() == column) {
            siblings.add(shape.key());
        }
        if (dash && shape.dashes().contains(column)) {
            index++;
        }
        boolean holds = shape.hasKey() && (shape.keyColumn() < column || (dash && shape.keyColumn() == column));
        if (holds) {
            climb(line, text, shape, shape.keyColumn(), false);
        }
        boolean bare = !shape.hasKey();
        for (int i = shape.dashes().size() - 1; i >= 0; i--) {
            if (shape.dashes().get(i) < column) {
                climb(line, text, shape, shape.dashes().get(i), true);
                if (bare && i == shape.dashes().size() - 1) {
                    enter(line, text, shape);
                }
            }
        }
    }

    private void climb(int line, String text, LineShape shape, int to, boolean toDash) {
        endList();
        column = to;
        dash = toDash;
        first = false;
        if (!toDash) {
            enter(line, text, shape);
            steps.addFirst(new Step.Key(shape.key()));
        }
    }

    /// Goes into the value of a line that the lines below are part of.
    private void enter(int line, String text, LineShape shape) {
        if (shape.opensBlock(text)) {
            steps.clear();
            inBlock = true;
            opening = Optional.empty();
        } else if (shape.valueColumn() >= 0 && open(line, text, shape.valueColumn())) {
            steps.clear();
        }
    }

    private boolean open(int line, String text, int at) {
        boolean opens = at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '{');
        if (opens) {
            opening = Optional.of(new Opening(line, at));
        }
        return opens;
    }

    private void endList() {
        if (dash) {
            steps.addFirst(new Step.Index(index));
            index = 0;
            dash = false;
        }
    }

    /// What an empty line would look like if something stood in a column of it.
    static LineShape empty(int column) {
        return new LineShape(column, List.of(), "", -1, -1, Kind.CONTENT);
    }
}
