package dev.lamina.app.studio.editor;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Severity;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.TextPositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The findings of a document at their places of the text that the editor shows. What spans several lines is marked in
/// the first one. A value; when the text changes, places move along until the next review.
final class Marks {
    static final Marks NONE = new Marks(List.of());

    private final List<Mark> marks;

    private Marks(List<Mark> marks) {
        this.marks = marks;
    }

    /// @param from offset of the first character
    /// @param to behind the last one, in the same line
    record Mark(int from, int to, Finding finding) {}

    /// @param reviewed the document that the findings are of
    static Marks of(List<Finding> findings, ShownText reviewed) {
        TextPositions positions = new TextPositions(reviewed.document());
        List<Mark> marks = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.span().line() <= positions.lines()) {
                marks.add(mark(finding, reviewed, positions));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::from));
        return new Marks(marks);
    }

    private static Mark mark(Finding finding, ShownText reviewed, TextPositions positions) {
        SourceSpan span = finding.span();
        String text = reviewed.shown();
        int from = Math.min(text.length(), reviewed.toShown(positions.of(span.line(), span.column())));
        int lineEnd = Indenting.lineEnd(text, from);
        int to = span.endLine() > span.line() || span.endLine() > positions.lines()
                ? lineEnd
                : Math.min(lineEnd, reviewed.toShown(positions.of(span.endLine(), span.endColumn())));
        if (to <= from) {
            to = wordEnd(text, from, lineEnd);
        }
        if (to <= from) { // at the end of a line: all of it
            int start = Indenting.lineStart(text, from);
            from = Math.min(lineEnd, start + LineShape.skipSpaces(text.substring(start, lineEnd), 0));
            to = lineEnd;
        }
        return new Mark(from, to, finding);
    }

    private static int wordEnd(String text, int from, int lineEnd) {
        int end = from;
        while (end < lineEnd && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// In the order of the text.
    List<Mark> all() {
        return List.copyOf(marks);
    }

    /// The places after a change of the text. What the change touches is gone, unless it is within one line.
    Marks after(TextChange change) {
        List<Mark> moved = new ArrayList<>(marks.size());
        boolean sameLine = change.inserted().indexOf('\n') < 0;
        for (Mark mark : marks) {
            if (mark.to() <= change.at()) {
                moved.add(mark);
            } else if (mark.from() >= change.end()) {
                moved.add(new Mark(mark.from() + change.shift(), mark.to() + change.shift(), mark.finding()));
            } else if (sameLine && change.at() >= mark.from() && change.end() <= mark.to()) {
                moved.add(new Mark(mark.from(), mark.to() + change.shift(), mark.finding()));
            }
        }
        return new Marks(moved);
    }

    /// Those that begin in a piece of the text, such as a line.
    ///
    /// @param to behind its last character; a mark may begin there
    List<Mark> in(int from, int to) {
        int at = first(from);
        List<Mark> found = new ArrayList<>();
        while (at < marks.size() && marks.get(at).from() <= to) {
            found.add(marks.get(at++));
        }
        return found;
    }

    private int first(int from) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).from() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static Optional<Severity> worst(List<Mark> marks) {
        return marks.stream().map(mark -> mark.finding().severity()).min(Comparator.naturalOrder());
    }
}
