package dev.lamina.vmlaunch.screen;

/// How many columns a character takes, as `wcwidth` of a C library tells the programs in the guest: 0 for
/// what is drawn onto the character before it, 2 for East Asian wide characters and emoji (Unicode's UAX
/// #11), else 1. Characters that would change the order of the text around them are not to be shown at all.
final class CharacterWidth {
    /// Not to be shown.
    static final int NONE = -1;

    // ranges of East Asian wide characters, each first and last; emoji are known to the Java runtime
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0xa4c6, 0xa960, 0xa97c,
        0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0,
        0x16ff6, 0x17000, 0x18cff, 0x18d00, 0x18d1e, 0x1aff0, 0x1b2ff, 0x1d300, 0x1d356, 0x1d360, 0x1d376, 0x1f200,
        0x1f202, 0x1f210, 0x1f23b, 0x1f240, 0x1f248, 0x1f250, 0x1f251, 0x1f260, 0x1f265, 0x20000, 0x2fffd, 0x30000,
        0x3fffd
    };

    private CharacterWidth() {}

    static int of(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint == 0xad || codePoint >= 0x20 && codePoint < 0x7f || codePoint >= 0xa0 ? 1 : NONE;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.FORMAT -> joiner(codePoint) ? 0 : NONE;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> NONE;
            default -> jamo(codePoint) ? 0 : wide(codePoint) ? 2 : 1;
        };
    }

    private static boolean joiner(int codePoint) {
        return codePoint == 0x200c || codePoint == 0x200d;
    }

    /// Vowels and final consonants of Korean syllables that are written in parts.
    private static boolean jamo(int codePoint) {
        return codePoint >= 0x1160 && codePoint <= 0x11ff;
    }

    private static boolean wide(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (codePoint < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (codePoint > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return codePoint != 0x303f;
            }
        }
        return Character.isEmojiPresentation(codePoint) && !regionalIndicator(codePoint);
    }

    /// Half a flag each: two of them make one.
    private static boolean regionalIndicator(int codePoint) {
        return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
    }
}
