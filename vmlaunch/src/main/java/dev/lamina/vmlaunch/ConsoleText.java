package dev.lamina.vmlaunch;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/// Takes terminal escape sequences and carriage returns out of a stream of console bytes. What is left may be searched
/// or, after [#printable], shown: it cannot move a cursor, retitle a window or type into a terminal.
///
/// A sequence that never ends swallows no more than the rest of its line.
final class ConsoleText {
    private static final int ESC = 0x1b;
    private static final int BEL = 0x07;
    private static final int CAN = 0x18;
    private static final int SUB = 0x1a;

    private static final int LONGEST_LINE = 1024;

    private enum State {
        GROUND,
        ESCAPE,
        /// `ESC` with intermediate bytes, e.g. `ESC ( B`.
        INTERMEDIATE,
        CONTROL_SEQUENCE,
        /// A string (title, device control) up to BEL or `ESC \`.
        STRING,
        STRING_ESCAPE
    }

    private final IntConsumer sink;
    private State state = State.GROUND;

    /// @param sink gets the remaining bytes, 0 to 255
    ConsoleText(IntConsumer sink) {
        this.sink = sink;
    }

    void accept(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            accept(bytes[i] & 0xff);
        }
    }

    private void accept(int value) {
        if (value == '\n') {
            state = State.GROUND;
            sink.accept(value);
        } else if (value == CAN || value == SUB) {
            state = State.GROUND;
        } else {
            state = next(value);
        }
    }

    private State next(int value) {
        return switch (state) {
            case GROUND -> ground(value);
            case ESCAPE -> escape(value);
            case INTERMEDIATE -> value >= 0x30 ? State.GROUND : State.INTERMEDIATE;
            case CONTROL_SEQUENCE -> controlSequence(value);
            case STRING -> value == BEL ? State.GROUND : value == ESC ? State.STRING_ESCAPE : State.STRING;
            case STRING_ESCAPE -> value == '\\' ? State.GROUND : escape(value);
        };
    }

    private State ground(int value) {
        if (value == ESC) {
            return State.ESCAPE;
        }
        if (value >= 0x20 && value != 0x7f || value == '\t') {
            sink.accept(value);
        }
        return State.GROUND;
    }

    private static State escape(int value) {
        return switch (value) {
            case ESC -> State.ESCAPE;
            case '[' -> State.CONTROL_SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> State.STRING;
            default -> value >= 0x20 && value < 0x30 ? State.INTERMEDIATE : State.GROUND;
        };
    }

    private static State controlSequence(int value) {
        if (value == ESC) {
            return State.ESCAPE;
        }
        return value >= 0x40 && value != 0x7f ? State.GROUND : State.CONTROL_SEQUENCE;
    }

    /// One line of what a guest says, cut to a length that people read, safe to print, without blanks around it.
    static String line(String text) {
        return printable(text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text)
                .strip();
    }

    /// Decodes UTF-8 leniently and replaces whatever a terminal might obey or that reorders text.
    static String printable(byte[] line) {
        return printable(new String(line, StandardCharsets.UTF_8));
    }

    static String printable(String line) {
        return isPlain(line) ? line : replaced(line);
    }

    /// Most lines are.
    private static boolean isPlain(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < 0x20 || line.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static String replaced(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().map(c -> c == '\t' || isShown(c) ? c : '\ufffd').forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
