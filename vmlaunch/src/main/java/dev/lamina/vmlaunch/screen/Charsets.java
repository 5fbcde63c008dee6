package dev.lamina.vmlaunch.screen;

/// Which of its four character sets a terminal has loaded with DEC's line drawing characters and which one
/// is in use.
/// @param drawing bits 0 to 3: whether G0 to G3 hold the line drawing characters; otherwise they hold ASCII
/// @param used 0 to 3
record Charsets(int drawing, int used) {
    static final Charsets ASCII = new Charsets(0, 0);

    // what 0x60 to 0x7e stand for
    private static final String DRAWING = "◆▒\u2409\u240c\u240d\u240a°±\u2424\u240b┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    /// @param designator what follows `ESC (` and its like
    Charsets load(int set, int designator) {
        int bit = 1 << set;
        return new Charsets(designator == '0' ? drawing | bit : drawing & ~bit, used);
    }

    Charsets use(int set) {
        return new Charsets(drawing, set);
    }

    boolean draws() {
        return (drawing >>> used & 1) != 0;
    }

    static int drawn(int character) {
        if (character == '_') {
            return ' ';
        }
        return character < 0x60 || character > 0x7e ? character : DRAWING.charAt(character - 0x60);
    }
}
