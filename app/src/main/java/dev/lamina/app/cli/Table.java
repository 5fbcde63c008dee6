package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.List;

/// Columns of text, as wide as their widest cell.
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
        rows.add(List.of(cells));
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : "  ").append(cell(row.get(i), i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String cell(String content, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        String space = " ".repeat(width - content.length());
        return alignment.charAt(column) == 'r' ? space + content : content + space;
    }
}
