package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Columns of text, as wide as their widest cell. No cell controls the terminal, whatever it holds.
final class Table {
    private final List<List<String>> rows = new ArrayList<>();
    private final String alignment;

    /// @param alignment one letter a column: `l` left, `r` right
    Table(String alignment) {
        this.alignment = alignment;
    }

    Table row(String... cells) {
        if (cells.length != alignment.length()) {
            throw new IllegalArgumentException(cells.length + " cells for " + alignment.length() + " columns");
        }
        rows.add(Stream.of(cells).map(Printable::text).toList());
        return this;
    }

    String text() {
        int[] widths = new int[alignment.length()];
        rows.forEach(row -> widen(widths, row));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : "  ").append(cell(row.get(i), alignment.charAt(i), widths[i]));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private static String cell(String content, char alignment, int width) {
        String space = " ".repeat(width - content.length());
        return alignment == 'r' ? space + content : content + space;
    }
}
