package dev.lamina.vmlaunch.screen;

import java.nio.charset.StandardCharsets;

/// Does on a screen what control functions say: those of xterm-256 that full-screen programs use. What it
/// does not know it ignores, bells among it. Nothing leaves it but [Answers], whose texts are fixed.
final class Emulator implements Parser.Target {
    private static final int MOST_IN_TITLE = 256;

    private final Screen screen;
    private final Answers answers;
    private final Printer printer;
    private final Editing editing;
    private final Pen pen;

    Emulator(Screen screen, Answers answers) {
        this.screen = screen;
        this.answers = answers;
        this.printer = new Printer(screen);
        this.editing = new Editing(screen);
        this.pen = new Pen(screen);
    }

    @Override
    public void ascii(byte[] bytes, int from, int to) {
        printer.ascii(bytes, from, to);
    }

    @Override
    public void print(int codePoint) {
        printer.print(codePoint);
    }

    @Override
    public void control(int character) {
        switch (character) {
            case '\b' -> screen.moveToColumn(screen.x() - 1);
            case '\t' -> tab(1);
            case '\n', 0x0b, '\f' -> {
                screen.lineFeed();
                if (screen.switches.newLine) {
                    screen.moveToColumn(0);
                }
            }
            case '\r' -> screen.moveToColumn(0);
            case 0x0e -> screen.charsets = screen.charsets.use(1);
            case 0x0f -> screen.charsets = screen.charsets.use(0);
            default -> {}
        }
    }

    @Override
    public void escape(int intermediate, int last) {
        switch (intermediate) {
            case 0 -> plainEscape(last);
            case '(', ')', '*', '+' -> screen.charsets = screen.charsets.load(intermediate - '(', last);
            case '#' -> {
                if (last == '8') {
                    editing.fillForAlignment();
                }
            }
            default -> {}
        }
    }

    private void plainEscape(int last) {
        switch (last) {
            case '7' -> screen.save();
            case '8' -> screen.restore();
            case 'D' -> screen.lineFeed();
            case 'E' -> {
                screen.lineFeed();
                screen.moveToColumn(0);
            }
            case 'H' -> screen.tabs.set(screen.x());
            case 'M' -> screen.reverseLineFeed();
            case 'c' -> screen.reset();
            case 'n', 'o' -> screen.charsets = screen.charsets.use(last - 'l');
            case '=', '>' -> screen.switches.keypad(last == '=');
            default -> {}
        }
    }

    @Override
    public void sequence(Sequence sequence) {
        if (sequence.intermediate() != 0) {
            withIntermediate(sequence);
        } else if (sequence.prefix() == 0) {
            standard(sequence);
        } else if (sequence.prefix() == '?') {
            ofDec(sequence);
        } else if (sequence.prefix() == '>' && sequence.last() == 'c' && sequence.value(0) == 0) {
            answers.version();
        }
    }

    private void standard(Sequence sequence) {
        int count = sequence.atLeastOne(0);
        switch (sequence.last()) {
            case 'A' -> screen.moveLines(-count);
            case 'B', 'e' -> screen.moveLines(count);
            case 'C', 'a' -> screen.moveToColumn(screen.x() + count);
            case 'D' -> screen.moveToColumn(screen.x() - count);
            case 'E', 'F' -> {
                screen.moveLines(sequence.last() == 'E' ? count : -count);
                screen.moveToColumn(0);
            }
            case 'G', '`' -> screen.moveToColumn(count - 1);
            case 'H', 'f' -> screen.moveTo(sequence.atLeastOne(1) - 1, count - 1);
            case 'd' -> screen.moveTo(screen.x(), count - 1);
            case 'I' -> tab(count);
            case 'Z' -> backTab(count);
            case 'b' -> printer.repeat(count);
            case 'c' -> answers.attributes(sequence.value(0));
            case 'g' -> clearTabs(sequence.value(0));
            case 'h', 'l' -> ansiModes(sequence, sequence.last() == 'h');
            case 'm' -> pen.take(sequence);
            case 'n' -> answers.status(sequence.value(0), screen);
            case 'r' -> screen.margins(count - 1, lastLine(sequence.value(1)));
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            default -> editing.edit(sequence);
        }
    }

    private void ofDec(Sequence sequence) {
        switch (sequence.last()) {
            case 'h', 'l' -> decModes(sequence, sequence.last() == 'h');
            case 'J', 'K' -> editing.edit(sequence); // the selective forms: nothing is protected here
            case 'n' -> answers.decStatus(sequence.value(0), screen);
            default -> {}
        }
    }

    private void withIntermediate(Sequence sequence) {
        if (sequence.intermediate() == ' ' && sequence.last() == 'q') {
            screen.switches.cursorStyle(sequence.value(0));
        } else if (sequence.intermediate() == '!' && sequence.last() == 'p') {
            screen.switches.soften();
            screen.resetCursor();
        }
    }

    private int lastLine(int asked) {
        return Math.min(asked == 0 ? Integer.MAX_VALUE : asked, screen.grid().rows()) - 1;
    }

    private void ansiModes(Sequence sequence, boolean on) {
        for (int i = 0; i < sequence.count(); i++) {
            screen.switches.ansi(sequence.value(i), on);
        }
    }

    private void decModes(Sequence sequence, boolean on) {
        for (int i = 0; i < sequence.count(); i++) {
            decMode(sequence.value(i), on);
        }
    }

    private void decMode(int mode, boolean on) {
        switch (mode) {
            case 6 -> {
                screen.switches.origin = on;
                screen.moveTo(0, 0);
            }
            case 7 -> screen.autowrap(on);
            case 47, 1047, 1049 -> alternate(mode, on);
            case 1048 -> {
                if (on) {
                    screen.save();
                } else {
                    screen.restore();
                }
            }
            default -> screen.switches.dec(mode, on);
        }
    }

    private void alternate(int mode, boolean on) {
        if (on == screen.buffers().isAlternate()) {
            return;
        }
        if (mode == 1049 && on) {
            screen.save();
        } else if (mode == 1047 && !on) {
            screen.clear();
        }
        screen.showAlternate(on);
        if (mode == 1049 && on) {
            screen.clear();
        } else if (mode == 1049) {
            screen.restore();
        }
    }

    private void tab(int count) {
        int column = screen.x();
        for (int i = 0; i < count && column < screen.grid().columns() - 1; i++) {
            column = screen.tabs.next(column, screen.grid().columns() - 1);
        }
        screen.moveToColumn(column);
    }

    private void backTab(int count) {
        int column = screen.x();
        for (int i = 0; i < count && column > 0; i++) {
            column = screen.tabs.previous(column);
        }
        screen.moveToColumn(column);
    }

    private void clearTabs(int what) {
        if (what == 0) {
            screen.tabs.clear(screen.x());
        } else if (what == 3) {
            screen.tabs.clearAll();
        }
    }

    /// Of operating system commands only the title is taken: no clipboard, no colours to ask for, no files.
    @Override
    public void command(byte[] bytes, int length) {
        if (length >= 2 && (bytes[0] == '0' || bytes[0] == '2') && bytes[1] == ';') {
            String text = new String(bytes, 2, length - 2, StandardCharsets.UTF_8);
            screen.switches.title(text.codePoints()
                    .filter(character -> CharacterWidth.of(character) > 0)
                    .limit(MOST_IN_TITLE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
    }
}
