package dev.lamina.app.studio.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a diff.
///
/// @param number of the line in the new text, of a removed one in the old text
/// @param text without its mark
record DiffLine(Kind kind, int number, String text) {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),\\d+ \\+(\\d+),\\d+ @@");

    enum Kind {
        /// Between two parts of the document.
        GAP,
        SAME,
        REMOVED,
        ADDED;

        String mark() {
            return switch (this) {
                case GAP, SAME -> " ";
                case REMOVED -> "−";
                case ADDED -> "+";
            };
        }
    }

    /// @param diff in the form of `diff -u`, of one file
    static List<DiffLine> of(String diff) {
        List<DiffLine> lines = new ArrayList<>();
        int before = 0;
        int after = 0;
        // The first two lines name the file.
        for (String line : diff.lines().skip(2).toList()) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                before = Integer.parseInt(hunk.group(1));
                after = Integer.parseInt(hunk.group(2));
                if (!lines.isEmpty()) {
                    lines.add(new DiffLine(Kind.GAP, 0, "…"));
                }
                continue;
            }
            Kind kind = kind(line.charAt(0));
            lines.add(new DiffLine(kind, kind == Kind.REMOVED ? before : after, line.substring(1)));
            before += kind == Kind.ADDED ? 0 : 1;
            after += kind == Kind.REMOVED ? 0 : 1;
        }
        return List.copyOf(lines);
    }

    private static Kind kind(char mark) {
        return switch (mark) {
            case '+' -> Kind.ADDED;
            case '-' -> Kind.REMOVED;
            default -> Kind.SAME;
        };
    }
}
