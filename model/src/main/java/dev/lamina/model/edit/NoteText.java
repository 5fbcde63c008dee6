package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Quoting;
import dev.lamina.model.yaml.Scan;
import java.util.Optional;
import java.util.stream.Collectors;

/// A note as comments: `# note: text`. Further lines follow as `#       text`, empty ones as `# note:`.
///
/// @param from where its first line begins
/// @param to where the line below it begins
/// @param text without the marks
record NoteText(int from, int to, String text) {
    private static final String MARK = "# note:";
    private static final String FURTHER = "#       ";

    /// The note among the comments directly above a line.
    ///
    /// @param first where the first of the comments begins
    /// @param line where the line begins that they are above
    static Optional<NoteText> find(String text, int first, int line) {
        int from = first;
        while (from < line && !isMark(text, from)) {
            from = next(text, from);
        }
        if (from == line) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(words(text, from));
        int to = next(text, from);
        while (to < line && (isMark(text, to) || text.startsWith("#  ", Scan.skipSpaces(text, to)))) {
            words.append('\n').append(words(text, to));
            to = next(text, to);
        }
        return Optional.of(new NoteText(from, to, words.toString().strip()));
    }

    /// Whether a line can be put above an element or key.
    static boolean isPlace(String text, Walk.Found found) {
        boolean flow = found.holder()
                .origin()
                .map(Slot.Origin::value)
                .filter(NoteText::isFlow)
                .isPresent();
        return !flow
                && found.slot()
                        .origin()
                        .map(Slot.Origin::start)
                        .filter(start -> Scan.isFirstOnLine(text, start))
                        .isPresent();
    }

    private static boolean isFlow(Part holder) {
        return switch (holder) {
            case Part.Sequence list -> list.flow();
            case Part.Mapping map -> map.flow();
            case Part.Scalar scalar -> true;
            case Part.Alias alias -> true;
        };
    }

    private static int next(String text, int line) {
        return Scan.nextLine(text, Scan.lineEnd(text, line));
    }

    private static boolean isMark(String text, int line) {
        return text.startsWith(MARK, Scan.skipSpaces(text, line));
    }

    private static String words(String text, int line) {
        String comment = text.substring(Scan.skipSpaces(text, line), Scan.lineEnd(text, line));
        int from = comment.startsWith(MARK) ? MARK.length() : 1;
        int most = comment.startsWith(MARK) ? from + 1 : FURTHER.length();
        while (from < Math.min(most, comment.length()) && comment.charAt(from) == ' ') {
            from++;
        }
        return comment.substring(from).stripTrailing();
    }

    /// The lines of a note, each with its end; empty when it says nothing.
    static String written(String words, int column, String newline) {
        StringBuilder lines = new StringBuilder();
        for (String line : words.strip().split("\\R", -1)) {
            String kept = clean(line).stripTrailing();
            if (kept.isEmpty() && words.isBlank()) {
                return "";
            }
            boolean mark = lines.isEmpty() || kept.isEmpty();
            String start = !mark ? FURTHER : kept.isEmpty() ? MARK : MARK + " ";
            lines.append(" ".repeat(column)).append(start).append(kept).append(newline);
        }
        return lines.toString();
    }

    private static String clean(String line) {
        return line.codePoints()
                .mapToObj(c -> c == '\t' ? " " : Quoting.isPrintable(c) ? Character.toString(c) : "\uFFFD")
                .collect(Collectors.joining());
    }
}
