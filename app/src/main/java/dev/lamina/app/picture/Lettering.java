package dev.lamina.app.picture;

import java.text.Normalizer;

/// How wide text is. All formats go by the widths of Helvetica, which every reader of PDF knows, so that a
/// picture is the same in all of them; of letters that Helvetica lacks the widths are guessed.
final class Lettering {
    /// From the space on, in thousandths of the size of the letters. Source: Adobe's font metrics of
    /// Helvetica.
    private static final int[] REGULAR = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    /// The same of Helvetica-Bold.
    private static final int[] BOLD = {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, //
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, //
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, //
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, //
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, //
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584
    };

    private static final String ELLIPSIS = "…";
    private static final int EM = 1000;
    private static final int USUAL = 556;

    /// Nobody reads more in one line.
    private static final int LONGEST = 400;

    private Lettering() {}

    /// A text of somebody else in one line: without what is no letter, what turns the direction of what
    /// follows, and what is longer than any card.
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                line.append(' ');
            } else if (isShown(point)) {
                line.appendCodePoint(point);
            }
        });
        return line.toString().strip();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT, // the marks of direction are among these
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static double width(String text, double size, boolean bold) {
        return text.codePoints().mapToLong(point -> units(point, bold)).sum() * size / EM;
    }

    /// Whether the width is known rather than guessed.
    static boolean measured(String text) {
        return text.codePoints().allMatch(point -> point < 0x7f || point == '…');
    }

    /// In thousandths of the size.
    static int units(int point, boolean bold) {
        int[] widths = bold ? BOLD : REGULAR;
        if (point >= ' ' && point - ' ' < widths.length) {
            return widths[point - ' '];
        }
        if (point == '…' || Character.isIdeographic(point) || point >= 0x1100 && point < 0x1200 || isWide(point)) {
            return EM;
        }
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        int base = parts.codePointAt(0);
        return base != point && base < 0x80 ? units(base, bold) : USUAL;
    }

    /// Kana, Hangul, full-width letters, pictures.
    private static boolean isWide(int point) {
        return point >= 0x3000 && point < 0xd7a4 || point >= 0xff00 && point < 0xff61 || point >= 0x1f000;
    }

    /// The text, or as much of its beginning as there is room for.
    static String fit(String text, double size, boolean bold, double room) {
        if (width(text, size, bold) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS, size, bold) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
