package dev.lamina.app.studio.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The lines that a selection touches, and what can be done with them as a whole. Pure.
///
/// @param start of the first line
/// @param end of the last line, in front of its end
record WholeLines(String text, int start, int end, int anchor, int caret) {

    static WholeLines of(String text, int anchor, int caret) {
        int from = Math.min(anchor, caret);
        int to = Math.max(anchor, caret);
        boolean endsAtStart = to > from && Indenting.lineStart(text, to) == to;
        return new WholeLines(
                text,
                Indenting.lineStart(text, from),
                Indenting.lineEnd(text, endsAtStart ? to - 1 : to),
                anchor,
                caret);
    }

    private String content() {
        return text.substring(start, end);
    }

    private List<String> lines() {
        return Arrays.asList(content().split("\n", -1));
    }

    /// Every line becomes another one. A selection covers all of them afterwards; the caret alone stays in its place.
    Typed each(UnaryOperator<String> change) {
        String after = lines().stream().map(change).collect(Collectors.joining("\n"));
        TextChange made = new TextChange(start, end - start, after);
        if (anchor != caret) {
            return new Typed(made, start, start + after.length());
        }
        int shift = after.length() - (end - start);
        int place = Math.max(start, Math.min(start + after.length(), caret + shift));
        return new Typed(made, place, place);
    }

    /// Makes comments of the lines, or takes the comment signs away when all of them are comments.
    Typed toggleComment() {
        List<String> written = lines().stream().filter(line -> !line.isBlank()).toList();
        boolean comments = !written.isEmpty()
                && written.stream().allMatch(line -> line.stripLeading().startsWith("#"));
        int column = written.stream()
                .mapToInt(line -> LineShape.skipSpaces(line, 0))
                .min()
                .orElse(0);
        return each(line -> {
            if (comments) {
                int sign = line.indexOf('#');
                return sign < 0
                        ? line
                        : line.substring(0, sign) + line.substring(sign + (line.startsWith("# ", sign) ? 2 : 1));
            }
            return line.isBlank() ? line : line.substring(0, column) + "# " + line.substring(column);
        });
    }

    /// The same lines once more below; the copy is selected as the original was.
    Typed duplicate() {
        String copy = "\n" + content();
        return new Typed(new TextChange(end, 0, copy), anchor + copy.length(), caret + copy.length());
    }

    /// In front of the line above; empty when there is none.
    Optional<Typed> moveUp() {
        if (start == 0) {
            return Optional.empty();
        }
        int above = Indenting.lineStart(text, start - 1);
        String other = text.substring(above, start - 1);
        int shift = -(other.length() + 1);
        return Optional.of(
                new Typed(new TextChange(above, end - above, content() + "\n" + other), anchor + shift, caret + shift));
    }

    /// Behind the line below; empty when there is none.
    Optional<Typed> moveDown() {
        if (end == text.length()) {
            return Optional.empty();
        }
        int below = Indenting.lineEnd(text, end + 1);
        String other = text.substring(end + 1, below);
        int shift = other.length() + 1;
        return Optional.of(new Typed(
                new TextChange(start, below - start, other + "\n" + content()), anchor + shift, caret + shift));
    }
}
