package dev.lamina.model.tree;

/// Which characters of a text stand for themselves in JSON, and how the others are written.
enum Escaping {
    /// Everything beyond printable ASCII is escaped, so that no parser of YAML takes a line separator for a line end.
    ASCII {
        @Override
        void write(int c, StringBuilder out) {
            switch (c) {
                case '"', '\\' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= 0x20 && c < 0x7F) {
                        out.appendCodePoint(c);
                    } else {
                        Character.toString(c).chars().forEach(unit -> hex(unit, out));
                    }
                }
            }
        }
    },

    /// As Go's `encoding/json` does: also what is special in HTML, and the line separators of JavaScript.
    GO {
        @Override
        void write(int c, StringBuilder out) {
            switch (c) {
                case '"', '\\' -> out.append('\\').appendCodePoint(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '>', '&', 0x2028, 0x2029 -> hex(c, out);
                default -> {
                    if (c < 0x20) {
                        hex(c, out);
                    } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                        // Half of a pair has no form in UTF-8; Go writes the replacement character.
                        hex(0xFFFD, out);
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
    };

    abstract void write(int c, StringBuilder out);

    private static void hex(int unit, StringBuilder out) {
        out.append("\\u%04x".formatted(unit));
    }
}
