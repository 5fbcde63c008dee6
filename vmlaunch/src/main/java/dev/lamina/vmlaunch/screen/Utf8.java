package dev.lamina.vmlaunch.screen;

/// Decodes UTF-8 byte by byte, as the WHATWG's Encoding Standard says: of a broken sequence each longest
/// beginning that could have been right makes one replacement character.
final class Utf8 {
    /// More bytes are needed.
    static final int MORE = -1;

    /// What came so far is wrong, and the byte belongs to what comes next.
    static final int AGAIN = -2;

    static final int REPLACEMENT = 0xfffd;

    private int codePoint;
    private int needed;
    private int lower = 0x80;
    private int upper = 0xbf;

    boolean pending() {
        return needed > 0;
    }

    void reset() {
        needed = 0;
        lower = 0x80;
        upper = 0xbf;
    }

    /// @param value 0x80 to 0xff, or any when [#pending]
    /// @return a code point, [#REPLACEMENT] among them, [#MORE] or [#AGAIN]
    int accept(int value) {
        return needed == 0 ? first(value) : next(value);
    }

    private int first(int value) {
        if (value >= 0xc2 && value <= 0xdf) {
            return begin(value & 0x1f, 1);
        }
        if (value >= 0xe0 && value <= 0xef) {
            lower = value == 0xe0 ? 0xa0 : lower; // no overlong forms
            upper = value == 0xed ? 0x9f : upper; // no surrogates
            return begin(value & 0xf, 2);
        }
        if (value >= 0xf0 && value <= 0xf4) {
            lower = value == 0xf0 ? 0x90 : lower;
            upper = value == 0xf4 ? 0x8f : upper; // not above U+10FFFF
            return begin(value & 7, 3);
        }
        return REPLACEMENT;
    }

    private int begin(int bits, int more) {
        codePoint = bits;
        needed = more;
        return MORE;
    }

    private int next(int value) {
        if (value < lower || value > upper) {
            reset();
            return AGAIN;
        }
        lower = 0x80;
        upper = 0xbf;
        codePoint = codePoint << 6 | value & 0x3f;
        return --needed == 0 ? codePoint : MORE;
    }
}
