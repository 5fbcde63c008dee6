package dev.lamina.vmlaunch.screen;

import java.nio.charset.StandardCharsets;

/// Erasing, inserting and deleting. Erased cells take the background of the style that is written in.
final class Editing {
    private final Screen screen;

    Editing(Screen screen) {
        this.screen = screen;
    }

    void edit(Sequence sequence) {
        int count = sequence.atLeastOne(0);
        switch (sequence.last()) {
            case 'J' -> eraseDisplay(sequence.value(0));
            case 'K' -> eraseLine(sequence.value(0));
            case 'X' -> screen.row().erase(screen.x(), Math.min(screen.x() + count, columns()), blank());
            case '@' -> screen.row().insert(screen.x(), inLine(count), blank());
            case 'P' -> screen.row().delete(screen.x(), inLine(count), blank());
            case 'L' -> insertLines(count);
            case 'M' -> deleteLines(count);
            case 'S' -> screen.scrollUp(screen.top(), count);
            case 'T' -> {
                if (sequence.count() == 1) { // with more it would be for mouse highlighting
                    screen.scrollDown(screen.top(), count);
                }
            }
            default -> {
                return;
            }
        }
        screen.forgetWrap();
    }

    /// DECALN: fills the screen with E, for adjusting a monitor.
    void fillForAlignment() {
        screen.resetMargins();
        byte[] letters = "E".repeat(columns()).getBytes(StandardCharsets.US_ASCII);
        for (int line = 0; line < screen.grid().rows(); line++) {
            screen.grid().row(line).clear(Style.DEFAULT);
            screen.grid()
                    .row(line)
                    .ascii(
                            0,
                            letters,
                            0,
                            letters.length,
                            Style.DEFAULT,
                            screen.buffers().now());
        }
        screen.moveTo(0, 0);
    }

    private void eraseDisplay(int what) {
        switch (what) {
            case 0 -> {
                eraseLine(0);
                clearRows(screen.y() + 1, screen.grid().rows());
            }
            case 1 -> {
                clearRows(0, screen.y());
                eraseLine(1);
            }
            case 2 -> screen.clear();
            case 3 -> screen.buffers().history().clear();
            default -> {}
        }
    }

    private void eraseLine(int what) {
        switch (what) {
            case 0 -> screen.row().erase(screen.x(), columns(), blank());
            case 1 -> screen.row().erase(0, screen.x() + 1, blank());
            case 2 -> screen.row().erase(0, columns(), blank());
            default -> {}
        }
    }

    private void clearRows(int from, int to) {
        for (int line = from; line < to; line++) {
            screen.grid().row(line).clear(blank());
        }
    }

    private void insertLines(int count) {
        if (withinMargins()) {
            screen.scrollDown(screen.y(), count);
            screen.moveToColumn(0);
        }
    }

    private void deleteLines(int count) {
        if (withinMargins()) {
            screen.deleteLines(count);
            screen.moveToColumn(0);
        }
    }

    private boolean withinMargins() {
        return screen.y() >= screen.top() && screen.y() <= screen.bottom();
    }

    private int inLine(int count) {
        return Math.min(count, columns() - screen.x());
    }

    private int columns() {
        return screen.grid().columns();
    }

    private long blank() {
        return screen.blank();
    }
}
