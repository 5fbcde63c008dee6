package dev.lamina.model.problem;

/// How texts of a document appear in messages.
public final class Texts {
    private static final int LONGEST = 80;

    private Texts() {}

    /// In quotes, on one line, and not too long.
    public static String quote(String text) {
        return "\"" + shorten(text) + "\"";
    }

    public static String shorten(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> show(c, shown));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    /// With what would do something to a terminal shown instead of done; ends of lines and tabs stay.
    public static String printable(String text) {
        if (text.codePoints().allMatch(c -> isLayout(c) || !isActive(c))) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isLayout(c)) {
                shown.appendCodePoint(c);
            } else {
                show(c, shown);
            }
        });
        return shown.toString();
    }

    private static void show(int c, StringBuilder shown) {
        if (isActive(c)) {
            shown.append("\\x%02x".formatted(c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    private static boolean isLayout(int c) {
        return c == '\n' || c == '\t';
    }

    private static boolean isActive(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
