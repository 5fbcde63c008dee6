package dev.lamina.model.edit;

import dev.lamina.model.yaml.Scan;
import java.util.regex.Pattern;

/// What belongs to an element or a key besides its value: the comments that stand directly above it, as far
/// to the right, and those below it that stand further to the right.
final class Around {
    /// What is said of one element, even of the first one of a list.
    private static final Pattern MARK = Pattern.compile("#\\s*(note:|lamina:\\s*allow\\b)");

    private Around() {}

    /// Where the line begins that the first of them stands in; the line itself when there are none.
    ///
    /// @param line where the line of the element or key begins
    /// @param least the end of the line above which they cannot begin; -1 for any
    static int first(String text, int line, int least) {
        int column = Scan.skipSpaces(text, line) - line;
        int first = line;
        while (true) {
            int end = Scan.previousEnd(text, first);
            int start = end < 0 ? -1 : Scan.lineStart(text, end);
            if (start <= least) {
                return first;
            }
            int hash = Scan.skipSpaces(text, start);
            if (hash - start != column || !text.startsWith("#", hash)) {
                return first;
            }
            first = start;
        }
    }

    /// The same from the first note or waiver on: above the first element of a list other comments are those
    /// of the list.
    static int firstMarked(String text, int line, int least) {
        int at = first(text, line, least);
        while (at < line
                && !MARK.matcher(text).region(Scan.skipSpaces(text, at), line).lookingAt()) {
            at = Scan.nextLine(text, Scan.lineEnd(text, at));
        }
        return at;
    }

    /// Whether a blank line stands above an element or key and its comments.
    static boolean hasBlank(String text, Slot.Origin element) {
        int line = first(text, Scan.lineStart(text, element.start()), -1);
        int end = Scan.previousEnd(text, line);
        return end >= 0 && text.substring(Scan.lineStart(text, end), end).isBlank();
    }

    /// Behind the last line of an element or key, and the comments below it that stand further to the
    /// right.
    static int linesEnd(String text, Slot.Origin element) {
        int column = Scan.column(text, element.start());
        int end = Scan.lineEnd(text, element.end());
        while (end < text.length()) {
            int line = Scan.nextLine(text, end);
            int hash = Scan.skipSpaces(text, line);
            if (!text.startsWith("#", hash) || hash - line <= column) {
                return end;
            }
            end = Scan.lineEnd(text, hash);
        }
        return end;
    }
}
