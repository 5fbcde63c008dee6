package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table whose rows begin with a sign: `+` is new, `-` is gone, `~` is different, and each has its colour.
final class DiffTable {
    private final Table table;
    private final Paint paint;
    private final List<Character> signs = new ArrayList<>();

    /// @param alignment as for [Table], without the sign
    DiffTable(String alignment, Paint paint) {
        this.table = new Table(alignment);
        this.paint = paint;
    }

    DiffTable title(String... cells) {
        return row('T', cells);
    }

    DiffTable row(char sign, String... cells) {
        String[] all = Arrays.copyOf(cells, cells.length);
        all[0] = (sign == 'T' ? ' ' : sign) + " " + cells[0];
        table.row(all);
        signs.add(sign);
        return this;
    }

    String text() {
        List<String> lines = table.text().lines().toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(painted(signs.get(i), lines.get(i))).append('\n');
        }
        return text.toString();
    }

    private String painted(char sign, String line) {
        return switch (sign) {
            case 'T' -> paint.title(line);
            case '+' -> paint.added(line);
            case '-' -> paint.removed(line);
            case '~' -> paint.changed(line);
            default -> line;
        };
    }
}
