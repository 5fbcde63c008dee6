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
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\x%02x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }
}
