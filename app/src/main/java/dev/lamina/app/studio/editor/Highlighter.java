package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Token.Kind;
import java.util.List;

/// Finds what the pieces of YAML are, one line at a time: each line begins in the state that the one before ended in.
/// Works on every text, in time that grows with the length of the line.
final class Highlighter {
    /// Longer lines are shown in one colour.
    static final int LONGEST = 5000;

    private Highlighter() {}

    /// Where the text is at the beginning of a line.
    ///
    /// @param indent of the key that a block of text belongs to; the block ends where lines are indented no more
    /// @param flow how many brackets are open
    /// @param section the key without indentation that the line belongs to
    record State(Mode mode, int indent, int flow, String section) {
        static final State START = new State(Mode.OPEN, 0, 0, "");
    }

    enum Mode {
        OPEN,
        BLOCK,
        SINGLE_QUOTED,
        DOUBLE_QUOTED
    }

    record Scanned(List<Token> tokens, State after) {
        Scanned {
            tokens = List.copyOf(tokens);
        }
    }

    static Scanned scan(String line, State state) {
        if (line.length() > LONGEST) {
            return new Scanned(List.of(), state);
        }
        if (state.mode() == Mode.BLOCK) {
            int indent = LineShape.skipSpaces(line, 0);
            if (indent == line.length() || indent > state.indent()) {
                List<Token> text =
                        indent == line.length() ? List.of() : List.of(new Token(indent, line.length(), Kind.TEXT));
                return new Scanned(text, state);
            }
            return new LineScan(line, new State(Mode.OPEN, 0, state.flow(), state.section())).scan();
        }
        return new LineScan(line, state).scan();
    }
}
