package dev.lamina.model.yaml;

/// Where lines, blanks and comments are in a YAML text.
///
/// A line ends with LF, CR, CR LF, and with the ends of lines and paragraphs that Unicode has (NEL, LS,
/// PS).
public final class Scan {
    private static final char MARK = '\uFEFF';

    private Scan() {}

    public static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /// Whether the character ends a line and the next one does not belong to this end.
    static boolean endsLine(String text, int at) {
        char c = text.charAt(at);
        return isBreak(c) && !(c == '\r' && text.startsWith("\n", at + 1));
    }

    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    public static boolean isBlank(char c) {
        return isSpace(c) || isBreak(c);
    }

    /// The first offset from `from` on that is no space of the same line.
    public static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The first offset from `from` on that is not part of blanks, blank lines and comments.
    public static int skipBlank(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = lineEnd(text, at);
            } else if (isBlank(c)) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    /// The first character of the line, behind a byte order mark.
    public static int lineStart(String text, int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1)) && !(at == 1 && text.charAt(0) == MARK)) {
            at--;
        }
        return at;
    }

    /// How far a character stands to the right of the first one of its line.
    public static int column(String text, int offset) {
        return offset - lineStart(text, offset);
    }

    /// Whether nothing but spaces stands in front of a place on its line.
    public static boolean isFirstOnLine(String text, int offset) {
        return skipSpaces(text, lineStart(text, offset)) >= offset;
    }

    /// In front of the line's end.
    public static int lineEnd(String text, int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Behind the end of the line that ends at `lineEnd`.
    public static int nextLine(String text, int lineEnd) {
        return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : Math.min(text.length(), lineEnd + 1);
    }

    /// How the first line of a text ends: as those that are added to it should.
    public static String newline(String text) {
        int end = lineEnd(text, 0);
        return end == text.length() ? "\n" : text.substring(end, nextLine(text, end));
    }

    /// The end of the line in front of the one that begins at `lineStart`; -1 when it is the first.
    public static int previousEnd(String text, int lineStart) {
        if (lineStart == 0 || !isBreak(text.charAt(lineStart - 1))) {
            return -1;
        }
        return lineStart >= 2 && text.startsWith("\r\n", lineStart - 2) ? lineStart - 2 : lineStart - 1;
    }

    /// Behind the indicators of a block scalar, such as `|2-`.
    ///
    /// @param value where its `|` or `>` stands
    public static int blockHeaderEnd(String text, int value) {
        int at = value + 1;
        while (at < text.length() && "+-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// Behind the last line of text of a block scalar.
    ///
    /// @param value where its `|` or `>` stands
    /// @param end where the parser saw its end: behind the blank lines that follow
    static int blockEnd(String text, int value, int end) {
        int header = Math.min(end, blockHeaderEnd(text, value));
        boolean keep = text.substring(value, header).indexOf('+') >= 0;
        int body = nextLine(text, lineEnd(text, header));
        int first = skipToText(text, body, end);
        int indent = first < end ? first - lineStart(text, first) : 0;
        int last = lineStart(text, end);
        if (last >= body && !isIndentation(text, last, end, indent)) {
            // The last line of the file, without an end.
            return end;
        }
        for (int at = last; at > body; ) {
            int before = previousEnd(text, at);
            at = lineStart(text, before);
            if (keep || !isIndentation(text, at, before, indent)) {
                return before;
            }
        }
        return header;
    }

    private static int skipToText(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isIndentation(String text, int from, int to, int most) {
        return to - from <= most && skipSpaces(text, from) >= to;
    }
}
