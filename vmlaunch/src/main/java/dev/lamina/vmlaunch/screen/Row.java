package dev.lamina.vmlaunch.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line of the screen while it can change. Half of a wide character never stays: what overwrites one
/// half blanks the other. Columns are inside the row; callers see to that.
final class Row {
    /// A cell where nothing was written.
    static final int BLANK = 0;

    /// The second half of a wide character.
    static final int TAIL = 1;

    private final Marks marks = new Marks();
    private int[] codes;
    private long[] styles;

    /// Cells from here on are blank in the default style.
    private int used;

    private boolean simple = true;
    private boolean styled;
    private boolean wrapped;
    private long time;
    private @Nullable Line frozen;

    Row(int columns) {
        codes = new int[columns];
        styles = new long[columns];
    }

    int columns() {
        return codes.length;
    }

    int code(int column) {
        return codes[column];
    }

    long style(int column) {
        return styles[column];
    }

    String marks(int column) {
        return marks.get(column);
    }

    boolean simple() {
        return simple;
    }

    boolean styled() {
        return styled;
    }

    boolean wrapped() {
        return wrapped;
    }

    long time() {
        return time;
    }

    void wrapped(boolean goesOn) {
        if (wrapped != goesOn) {
            wrapped = goesOn;
            frozen = null;
        }
    }

    /// Writes printable ASCII.
    void ascii(int column, byte[] bytes, int from, int count, long style, long now) {
        int end = column + count;
        cut(column);
        cut(end);
        for (int i = 0; i < count; i++) {
            codes[column + i] = bytes[from + i];
        }
        Arrays.fill(styles, column, end, style);
        marks.clear(column, end);
        written(end, style, now);
    }

    /// Writes one character; a wide one takes two columns.
    void put(int column, int code, int width, long style, long now) {
        int end = column + width;
        cut(column);
        cut(end);
        codes[column] = code;
        styles[column] = style;
        if (width == 2) {
            codes[column + 1] = TAIL;
            styles[column + 1] = style;
        }
        marks.clear(column, end);
        simple &= code < 0x7f && width == 1;
        written(end, style, now);
    }

    /// Puts a combining character onto what is there.
    void mark(int column, int mark) {
        if (codes[column] > TAIL && marks.add(column, mark, codes.length)) {
            simple = false;
            frozen = null;
        }
    }

    /// Blanks cells.
    void erase(int from, int to, long style) {
        if (from >= to) {
            return;
        }
        cut(from);
        cut(to);
        blank(from, to, style);
        frozen = null;
        wrapped &= to < codes.length;
        if (style != Style.DEFAULT) {
            used = Math.max(used, to);
        } else if (to >= used) {
            used = Math.min(used, from);
        }
    }

    /// Moves what is from `column` on to the right; what leaves the row is lost.
    void insert(int column, int count, long style) {
        cut(column);
        cut(codes.length - count);
        move(column, column + count, codes.length - column - count);
        blank(column, column + count, style);
        moved();
    }

    /// Moves what is behind the deleted cells to the left.
    void delete(int column, int count, long style) {
        cut(column);
        cut(column + count);
        move(column + count, column, codes.length - column - count);
        blank(codes.length - count, codes.length, style);
        moved();
    }

    /// Blanks all, as a new row is.
    void clear(long style) {
        blank(0, style == Style.DEFAULT ? used : codes.length, style);
        used = style == Style.DEFAULT ? 0 : codes.length;
        simple = true;
        styled = style != Style.DEFAULT;
        marks.clear();
        wrapped = false;
        time = 0;
        frozen = null;
    }

    /// Cuts off or adds at the right.
    void resize(int columns) {
        if (columns == codes.length) {
            return;
        }
        if (columns < codes.length) {
            cut(columns);
        }
        codes = Arrays.copyOf(codes, columns);
        styles = Arrays.copyOf(styles, columns);
        marks.resize(columns);
        used = Math.min(used, columns);
        wrapped = false;
        frozen = null;
    }

    /// Takes a cell as it was in a line.
    void copy(int column, Line line, int from) {
        codes[column] = line.code(from);
        styles[column] = line.style(from);
        if (!line.marks(from).isEmpty()) {
            marks.set(column, line.marks(from), codes.length);
            simple = false;
        }
        simple &= codes[column] != TAIL && codes[column] < 0x7f;
        written(column + 1, styles[column], line.time());
    }

    /// How many columns are left without the blank ones at the end.
    int trimmed() {
        int end = used;
        while (end > 0 && codes[end - 1] == BLANK && styles[end - 1] == Style.DEFAULT) {
            end--;
        }
        return end;
    }

    void copySimple(int count, byte[] target, int to) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (byte) codes[i];
        }
    }

    int runEnd(int from, int end) {
        long style = styles[from];
        int to = from + 1;
        while (to < end && styles[to] == style) {
            to++;
        }
        return to;
    }

    Line freeze(Packer packer) {
        if (frozen == null) {
            packer.pack(this, 0);
            frozen = new Line(packer.copy(), 0);
        }
        return frozen;
    }

    private void written(int end, long style, long now) {
        used = Math.max(used, end);
        styled |= style != Style.DEFAULT;
        time = time == 0 ? now : time;
        frozen = null;
    }

    private void moved() {
        used = codes.length;
        wrapped = false;
        frozen = null;
    }

    private void move(int from, int to, int count) {
        System.arraycopy(codes, from, codes, to, count);
        System.arraycopy(styles, from, styles, to, count);
        marks.move(from, to, count);
    }

    private void blank(int from, int to, long style) {
        Arrays.fill(codes, from, to, BLANK);
        Arrays.fill(styles, from, to, style);
        styled |= style != Style.DEFAULT;
        marks.clear(from, to);
    }

    /// Blanks both halves of a wide character that `column` would part.
    private void cut(int column) {
        if (column < codes.length && codes[column] == TAIL) {
            codes[column - 1] = BLANK;
            codes[column] = BLANK;
            marks.clear(column - 1, column);
        }
    }
}
