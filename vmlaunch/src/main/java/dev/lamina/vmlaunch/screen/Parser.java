package dev.lamina.vmlaunch.screen;

/// Tells text from control functions in what a guest sends, byte by byte, with Paul Williams' state machine
/// for DEC's terminals, in UTF-8. Strings to the terminal (OSC, DCS, APC, PM, SOS) end at 4 KiB at the
/// latest. Nothing here can fail, and what is kept has a fixed size.
final class Parser {
    /// What is done with text and control functions.
    interface Target {
        /// Printable ASCII, 0x20 to 0x7e.
        void ascii(byte[] bytes, int from, int to);

        /// Any other character; U+FFFD for bytes that are none.
        void print(int codePoint);

        /// A control character below 0x20.
        void control(int character);

        /// @param intermediate the character between ESC and the last one, or 0
        void escape(int intermediate, int last);

        void sequence(Sequence sequence);

        /// An operating system command (OSC), as it came.
        void command(byte[] bytes, int length);
    }

    private enum State {
        GROUND,
        ESCAPE,
        ESCAPE_INTERMEDIATE,
        SEQUENCE,
        SEQUENCE_IGNORED,
        COMMAND,
        STRING
    }

    private static final int MOST_IN_STRING = 4096;
    private static final int BEL = 0x07;
    private static final int CAN = 0x18;
    private static final int SUB = 0x1a;
    private static final int ESC = 0x1b;

    private final Target target;
    private final Utf8 utf8 = new Utf8();
    private final Sequence sequence = new Sequence();
    private final byte[] string = new byte[MOST_IN_STRING];
    private State state = State.GROUND;
    private int stringLength;
    private int intermediate;

    Parser(Target target) {
        this.target = target;
    }

    /// Forgets what has begun.
    void reset() {
        utf8.reset();
        state = State.GROUND;
    }

    void feed(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (state == State.GROUND && !utf8.pending()) {
                i = ground(bytes, i, to);
            } else if (state == State.GROUND) {
                i += continued(bytes[i] & 0xff);
            } else {
                step(bytes[i++] & 0xff);
            }
        }
    }

    /// Takes a run of text or one other character.
    private int ground(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0x20 && bytes[i] != 0x7f) {
            i++;
        }
        if (i > from) {
            target.ascii(bytes, from, i);
            return i;
        }
        if (bytes[i] < 0) {
            continued(bytes[i] & 0xff);
        } else {
            control(bytes[i]);
        }
        return i + 1;
    }

    /// @return how many bytes were taken: 0 or 1
    private int continued(int value) {
        int codePoint = utf8.accept(value);
        if (codePoint >= 0) {
            target.print(codePoint);
        } else if (codePoint == Utf8.AGAIN) {
            target.print(Utf8.REPLACEMENT);
            return 0;
        }
        return 1;
    }

    private void step(int value) {
        if (value == CAN || value == SUB) {
            state = State.GROUND;
        } else if (value == ESC) {
            endString();
            intermediate = 0;
            state = State.ESCAPE;
        } else {
            switch (state) {
                case GROUND -> control(value);
                case ESCAPE -> escape(value);
                case ESCAPE_INTERMEDIATE -> escapeIntermediate(value);
                case SEQUENCE -> sequence(value);
                case SEQUENCE_IGNORED -> sequenceIgnored(value);
                case COMMAND, STRING -> string(value);
            }
        }
    }

    private void control(int value) {
        if (value == ESC) {
            intermediate = 0;
            state = State.ESCAPE;
        } else if (value < 0x20) {
            target.control(value);
        }
    }

    private void escape(int value) {
        switch (value) {
            case '[' -> {
                sequence.begin();
                state = State.SEQUENCE;
            }
            case ']' -> beginString(State.COMMAND);
            case 'P', 'X', '^', '_' -> beginString(State.STRING);
            default -> escapeIntermediate(value);
        }
    }

    private void escapeIntermediate(int value) {
        if (value < 0x20) {
            target.control(value);
        } else if (value < 0x30) {
            intermediate = intermediate == 0 ? value : '?';
            state = State.ESCAPE_INTERMEDIATE;
        } else if (value < 0x7f) {
            state = State.GROUND;
            target.escape(intermediate, value);
        } else if (value > 0x7f) {
            abandon(value);
        }
    }

    private void sequence(int value) {
        if (value < 0x20) {
            target.control(value);
        } else if (value >= 0x40 && value < 0x7f) {
            state = State.GROUND;
            sequence.end(value);
            target.sequence(sequence);
        } else if (value < 0x30) {
            sequence.intermediate(value);
        } else if (value < 0x40) {
            parameter(value);
        } else if (value > 0x7f) {
            abandon(value);
        }
    }

    private void parameter(int value) {
        if (sequence.intermediate() != 0 || value >= '<' && !sequence.fresh()) {
            state = State.SEQUENCE_IGNORED;
        } else if (value <= '9') {
            sequence.digit(value - '0');
        } else if (value <= ';') {
            sequence.separator(value == ':');
        } else {
            sequence.prefix(value);
        }
    }

    private void sequenceIgnored(int value) {
        if (value < 0x20) {
            target.control(value);
        } else if (value >= 0x40 && value < 0x7f) {
            state = State.GROUND;
        } else if (value > 0x7f) {
            abandon(value);
        }
    }

    /// Text begins within a control function: the function is forgotten.
    private void abandon(int value) {
        state = State.GROUND;
        continued(value);
    }

    private void beginString(State kind) {
        stringLength = 0;
        state = kind;
    }

    private void string(int value) {
        if (value == BEL && state == State.COMMAND) {
            endString();
        } else if (stringLength == MOST_IN_STRING) {
            state = State.GROUND; // whoever sends so much has forgotten the end; what follows is to be seen
        } else {
            string[stringLength++] = (byte) value;
            state = isPaletteOfLinux() ? State.GROUND : state;
        }
    }

    /// The Linux console's `ESC ] R` and `ESC ] P` with seven digits, which have no end of their own.
    private boolean isPaletteOfLinux() {
        return state == State.COMMAND && (string[0] == 'R' || string[0] == 'P' && stringLength == 8);
    }

    private void endString() {
        boolean command = state == State.COMMAND;
        state = State.GROUND;
        if (command) {
            target.command(string, stringLength);
        }
    }
}
