package dev.lamina.model.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds the places in a text that the YAML parser counts by lines and columns.
///
/// Columns count code points; a byte order mark counts nowhere. A line ends with LF, CR, CR LF, and with the ends of
/// lines and paragraphs that Unicode has (NEL, LS, PS).
public final class TextPositions {
    private static final char MARK = '\uFEFF';

    private final String text;
    private final List<Integer> lines = new ArrayList<>();

    public TextPositions(String text) {
        this.text = text;
        lines.add(text.startsWith(String.valueOf(MARK)) ? 1 : 0);
        for (int i = 0; i < text.length(); i++) {
            if (Scan.endsLine(text, i)) {
                lines.add(i + 1);
            }
        }
    }

    public int lines() {
        return lines.size();
    }

    /// @param line counted from 1
    /// @param column counted from 1
    public int of(int line, int column) {
        int at = lines.get(line - 1);
        for (int left = column - 1; left > 0 && at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            left -= text.charAt(at) == MARK ? 0 : 1;
        }
        return at;
    }

    /// Counted from 1.
    public int line(int offset) {
        int found = Collections.binarySearch(lines, offset);
        return Math.max(1, found >= 0 ? found + 1 : -found - 1);
    }

    /// Counted from 1.
    public int column(int offset) {
        int start = Math.min(offset, lines.get(line(offset) - 1));
        String before = text.substring(start, offset);
        long marks = before.chars().filter(c -> c == MARK).count();
        return before.codePointCount(0, before.length()) - (int) marks + 1;
    }
}
