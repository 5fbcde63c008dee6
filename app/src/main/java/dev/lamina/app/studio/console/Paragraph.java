package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import java.util.Arrays;

/// Lines that were one before they were broken for the width of the screen, as text that knows where each of its
/// characters stands.
final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private int[] rows = new int[256];
    private int[] columns = new int[256];
    private long first;
    private int count;

    /// Begins anew.
    void clear(long line) {
        text.setLength(0);
        first = line;
        count = 0;
    }

    /// How many lines it has.
    int lines() {
        return count;
    }

    void add(Line line) {
        String whole = line.text();
        int from = text.length();
        text.append(whole);
        room(text.length());
        if (whole.length() == line.columns()) {
            for (int i = 0; i < whole.length(); i++) {
                place(from + i, i);
            }
        } else {
            int at = from;
            for (int column = 0; column < line.columns() && at < text.length(); column++) {
                if (line.width(column) > 0) {
                    int length = Character.charCount(line.codePoint(column))
                            + line.marks(column).length();
                    for (int i = 0; i < length && at < text.length(); i++) {
                        place(at++, column);
                    }
                }
            }
        }
        count++;
    }

    private void place(int index, int column) {
        rows[index] = count;
        columns[index] = column;
    }

    private void room(int length) {
        if (length > rows.length) {
            rows = Arrays.copyOf(rows, length * 2);
            columns = Arrays.copyOf(columns, length * 2);
        }
    }

    CharSequence text() {
        return text;
    }

    /// Where a character stands.
    Spot at(int index) {
        return new Spot(first + rows[index], columns[index]);
    }

    /// The place behind a character.
    Spot behind(int index) {
        return new Spot(first + rows[index], columns[index] + 1);
    }
}
