package dev.lamina.vmlaunch.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The combining characters of a row, which most rows have none of.
final class Marks {
    /// More marks on one character than any language needs; others are dropped.
    static final int MOST = 6;

    private @Nullable String @Nullable [] texts;

    /// @return "" when the column has none
    String get(int column) {
        String text = texts == null ? null : texts[column];
        return text == null ? "" : text;
    }

    void set(int column, String text, int columns) {
        texts = texts == null ? new @Nullable String[columns] : texts;
        texts[column] = text;
    }

    /// @return whether there was room for it
    boolean add(int column, int mark, int columns) {
        String old = get(column);
        if (old.codePointCount(0, old.length()) >= MOST) {
            return false;
        }
        set(column, old + Character.toString(mark), columns);
        return true;
    }

    void clear() {
        texts = null;
    }

    void clear(int from, int to) {
        if (texts != null) {
            Arrays.fill(texts, from, to, null);
        }
    }

    void move(int from, int to, int count) {
        if (texts != null) {
            System.arraycopy(texts, from, texts, to, count);
        }
    }

    void resize(int columns) {
        texts = texts == null ? null : Arrays.copyOf(texts, columns);
    }
}
