package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Highlighter.Mode;
import dev.lamina.app.studio.editor.Highlighter.Scanned;
import dev.lamina.app.studio.editor.Highlighter.State;
import dev.lamina.app.studio.editor.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// The way along one line.
final class LineScan {
    private static final String OPENING = "[{";
    private static final String CLOSING = "]}";

    private final String line;
    private final State before;
    private final List<Token> tokens = new ArrayList<>();
    private Mode mode;
    private int blockIndent;
    private int flow;
    private String section;
    private String key = "";
    private int parent;
    private int at;

    LineScan(String line, State state) {
        this.line = line;
        this.before = state;
        this.mode = state.mode();
        this.flow = state.flow();
        this.section = state.section();
        this.parent = LineShape.skipSpaces(line, 0) - 1;
    }

    Scanned scan() {
        if (mode == Mode.SINGLE_QUOTED || mode == Mode.DOUBLE_QUOTED) {
            quoted(0, mode == Mode.DOUBLE_QUOTED ? '"' : '\'', 0);
        } else if (LineShape.isMarker(line)) {
            add(0, 3, Kind.MARKER);
            at = 3;
            section = "";
            flow = 0;
        }
        while (mode == Mode.OPEN && at < line.length()) {
            next();
        }
        return new Scanned(tokens, after());
    }

    /// The same object as before when nothing is different, as most lines of a large text end like that.
    private State after() {
        boolean same = mode == before.mode()
                && blockIndent == before.indent()
                && flow == before.flow()
                && section.equals(before.section());
        return same ? before : new State(mode, blockIndent, flow, section);
    }

    private void next() {
        char c = line.charAt(at);
        if (c == ' ' || c == '\t') {
            at++;
        } else if (c == '#' && (at == 0 || isSpace(at - 1))) {
            boolean note = line.regionMatches(true, at, "# note:", 0, 7);
            add(at, line.length(), note ? Kind.NOTE : Kind.COMMENT);
            at = line.length();
        } else if (OPENING.indexOf(c) >= 0) {
            flow++;
            punctuation();
        } else if (CLOSING.indexOf(c) >= 0 && flow > 0) {
            flow--;
            punctuation();
        } else if (flow > 0 && c == ',') {
            punctuation();
        } else if (flow == 0 && (c == '-' || c == '?') && endsAt(at + 1)) {
            parent = at;
            punctuation();
        } else if (c == ':' && endsAt(at + 1)) {
            punctuation();
        } else {
            word(c);
        }
    }

    private void word(char c) {
        if (c == '&' || c == '*' || c == '!') {
            int end = wordEnd(at);
            add(at, end, Kind.ANCHOR);
            at = end;
        } else if (c == '"' || c == '\'') {
            quoted(at, c, at + 1);
        } else if (flow == 0 && (c == '|' || c == '>')) {
            block();
        } else {
            plain();
        }
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < line.length() && !isSpace(end) && !(flow > 0 && ",[]{}".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return Math.max(end, from + 1);
    }

    private void punctuation() {
        add(at, at + 1, Kind.PUNCTUATION);
        at++;
    }

    private void block() {
        int end = wordEnd(at);
        add(at, end, Kind.PUNCTUATION);
        mode = Mode.BLOCK;
        blockIndent = parent;
        at = end;
        int comment = LineShape.skipSpaces(line, end);
        if (comment < line.length() && line.charAt(comment) == '#') {
            add(comment, line.length(), Kind.COMMENT);
        }
    }

    private void quoted(int start, char quote, int from) {
        int end = Quotes.end(line, from, quote);
        if (end >= line.length()) {
            mode = quote == '"' ? Mode.DOUBLE_QUOTED : Mode.SINGLE_QUOTED;
            add(start, line.length(), Kind.TEXT);
            at = line.length();
            return;
        }
        mode = Mode.OPEN;
        at = end + 1;
        word(start, at);
    }

    private void plain() {
        int end = at;
        while (end < line.length() && !endsPlain(end)) {
            end++;
        }
        int last = end;
        while (last > at && isSpace(last - 1)) {
            last--;
        }
        last = Math.max(last, at + 1);
        int start = at;
        at = Math.max(end, last);
        word(start, last);
    }

    private boolean endsPlain(int place) {
        char c = line.charAt(place);
        return (c == ':' && (endsAt(place + 1) || (flow > 0 && ",[]{}".indexOf(line.charAt(place + 1)) >= 0)))
                || (c == '#' && place > 0 && isSpace(place - 1))
                || (flow > 0 && ",[]{}".indexOf(c) >= 0);
    }

    /// A key when a colon follows, otherwise a value.
    private void word(int start, int end) {
        int next = LineShape.skipSpaces(line, at);
        if (next < line.length() && line.charAt(next) == ':' && (endsAt(next + 1) || flow > 0)) {
            key = line.substring(start, end);
            if (flow == 0) {
                parent = start;
                if (start == 0) {
                    section = key;
                }
            }
            add(start, end, Kind.KEY);
            at = next;
            punctuation();
        } else {
            add(start, end, Values.kind(line.substring(start, end), key.isEmpty() ? section : key));
        }
    }

    private boolean isSpace(int place) {
        return line.charAt(place) == ' ' || line.charAt(place) == '\t';
    }

    private boolean endsAt(int place) {
        return place >= line.length() || isSpace(place);
    }

    private void add(int from, int to, Kind kind) {
        if (to > from) {
            tokens.add(new Token(from, to, kind));
        }
    }
}
