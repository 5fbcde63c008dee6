package dev.lamina.app.studio.editor;

import java.util.ArrayList;
import java.util.List;

/// What one line of YAML looks like on its own: `  - name: web # main` has a dash in column 2, the key `name` in
/// column 4 and a value in column 10. Whether it is part of a longer text in quotes or of a block is not known here.
///
/// @param dashes columns of the dashes in front
/// @param key its first key, without quotes; empty when there is none
/// @param keyColumn -1 when there is no key
/// @param valueColumn where something stands behind dashes and key; -1 when there is nothing
record LineShape(int indent, List<Integer> dashes, String key, int keyColumn, int valueColumn, Kind kind) {
    /// Enough of a line to tell its shape.
    private static final int MOST = 2000;

    enum Kind {
        BLANK,
        COMMENT,
        MARKER,
        CONTENT
    }

    LineShape {
        dashes = List.copyOf(dashes);
    }

    static LineShape of(String whole) {
        String line = whole.length() > MOST ? whole.substring(0, MOST) : whole;
        int indent = skipSpaces(line, 0);
        if (indent == line.length()) {
            return bare(indent, Kind.BLANK);
        }
        if (line.charAt(indent) == '#') {
            return bare(indent, Kind.COMMENT);
        }
        if (isMarker(line)) {
            return bare(0, Kind.MARKER);
        }
        List<Integer> dashes = new ArrayList<>();
        int at = indent;
        while (at < line.length() && line.charAt(at) == '-' && endsWord(line, at + 1)) {
            dashes.add(at);
            at = skipSpaces(line, at + 1);
        }
        int start = skipProperties(line, at);
        int colon = keyEnd(line, start);
        if (colon < 0) {
            return new LineShape(indent, dashes, "", -1, valueAt(line, at), Kind.CONTENT);
        }
        String key = Quotes.without(line.substring(start, colon).strip());
        return new LineShape(indent, dashes, key, at, valueAt(line, skipSpaces(line, colon + 1)), Kind.CONTENT);
    }

    private static LineShape bare(int indent, Kind kind) {
        return new LineShape(indent, List.of(), "", -1, -1, kind);
    }

    static boolean isMarker(String line) {
        return (line.startsWith("---") || line.startsWith("...")) && endsWord(line, 3);
    }

    private static boolean endsWord(String line, int at) {
        return at >= line.length() || line.charAt(at) == ' ' || line.charAt(at) == '\t';
    }

    private static int valueAt(String line, int at) {
        return at >= line.length() || line.charAt(at) == '#' ? -1 : at;
    }

    static int skipSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /// Behind anchors and tags in front of a key.
    private static int skipProperties(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == '&' || line.charAt(at) == '!')) {
            int end = line.indexOf(' ', at);
            if (end < 0) {
                return from;
            }
            at = skipSpaces(line, end);
        }
        return at;
    }

    /// Where the colon behind a key stands; -1 when what begins here is no key.
    private static int keyEnd(String line, int from) {
        if (from >= line.length() || "[{|>#,".indexOf(line.charAt(from)) >= 0) {
            return -1;
        }
        char quote = line.charAt(from);
        int at = from;
        if (quote == '"' || quote == '\'') {
            at = skipSpaces(line, Quotes.end(line, from + 1, quote) + 1);
            return at < line.length() && line.charAt(at) == ':' && endsWord(line, at + 1) ? at : -1;
        }
        for (; at < line.length(); at++) {
            if (line.charAt(at) == ':' && endsWord(line, at + 1)) {
                return at;
            }
            if (line.charAt(at) == '#' && line.charAt(at - 1) == ' ') {
                return -1;
            }
        }
        return -1;
    }

    boolean content() {
        return kind == Kind.CONTENT;
    }

    /// The column of the first dash or, without dashes, of what stands there.
    int column() {
        return dashes.isEmpty() ? indent : dashes.getFirst();
    }

    boolean hasKey() {
        return keyColumn >= 0;
    }

    /// Whether the lines below that are indented more are a text, as the value is `|` or `>`.
    boolean opensBlock(String line) {
        return valueColumn >= 0 && (line.charAt(valueColumn) == '|' || line.charAt(valueColumn) == '>');
    }
}
