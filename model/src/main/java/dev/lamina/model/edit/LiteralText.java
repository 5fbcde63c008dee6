package dev.lamina.model.edit;

import dev.lamina.model.yaml.Quoting;
import java.util.ArrayList;
import java.util.List;

/// Writes texts of several lines as they are, below a `|`.
final class LiteralText {
    private LiteralText() {}

    /// Whether the lines mean the same to every parser: with letters that are shown, without blanks in
    /// front of the first line, and with at most one end of line at the end.
    static boolean fits(String text) {
        return text.indexOf('\n') >= 0
                && !text.isBlank()
                && !text.endsWith("\n\n")
                && !text.startsWith("\n")
                && !text.startsWith(" ")
                && text.codePoints().allMatch(c -> c == '\n' || Quoting.isPrintable(c));
    }

    static String header(String text) {
        return text.endsWith("\n") ? "|" : "|-";
    }

    static List<String> lines(String text, int indent) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : " ".repeat(indent) + line));
        return lines;
    }
}
