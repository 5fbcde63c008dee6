package dev.lamina.vmlaunch.screen;

/// Puts text onto a screen, where the cursor is and in the style that was chosen.
final class Printer {
    private final Screen screen;
    private int last = ' ';

    Printer(Screen screen) {
        this.screen = screen;
    }

    /// Prints characters of one column each, much faster than one by one.
    void ascii(byte[] bytes, int from, int to) {
        if (screen.switches.insert || screen.charsets.draws()) {
            for (int i = from; i < to; i++) {
                print(screen.charsets.draws() ? Charsets.drawn(bytes[i]) : bytes[i]);
            }
            return;
        }
        int next = from;
        while (next < to) {
            screen.wrap();
            int room = screen.grid().columns() - screen.x();
            int count = Math.min(to - next, room);
            if (!screen.switches.autowrap && to - next > room) {
                count = Math.max(1, room - 1);
                next = room == 1 ? to - 1 : next; // the last column keeps the last character
            }
            screen.row()
                    .ascii(
                            screen.x(),
                            bytes,
                            next,
                            count,
                            screen.style,
                            screen.buffers().now());
            next += count;
            screen.advance(count);
        }
        last = bytes[to - 1];
    }

    void print(int codePoint) {
        int width = CharacterWidth.of(codePoint);
        if (width == 0) {
            mark(codePoint);
        } else if (width > 0) {
            print(codePoint, width);
            last = codePoint;
        }
    }

    /// Prints the last character again, as often as there are cells at most.
    void repeat(int count) {
        int most = screen.grid().columns() * screen.grid().rows();
        for (int i = 0; i < Math.min(count, most); i++) {
            print(last);
        }
    }

    private void print(int codePoint, int width) {
        screen.wrap();
        int columns = screen.grid().columns();
        if (screen.x() + width > columns) {
            if (screen.switches.autowrap) {
                screen.goOnInNextLine();
            } else {
                screen.moveToColumn(columns - width);
            }
        }
        if (screen.switches.insert) {
            screen.row().insert(screen.x(), width, screen.blank());
        }
        screen.row()
                .put(
                        screen.x(),
                        codePoint,
                        width,
                        screen.style,
                        screen.buffers().now());
        screen.advance(width);
    }

    private void mark(int codePoint) {
        int column = screen.wrapPending() ? screen.x() : screen.x() - 1;
        if (column > 0 && screen.row().code(column) == Row.TAIL) {
            column--;
        }
        if (column >= 0) {
            screen.row().mark(column, codePoint);
        }
    }
}
