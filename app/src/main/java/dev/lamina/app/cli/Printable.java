package dev.lamina.app.cli;

/// Texts for a terminal that whoever made an image, a document or a Dockerfile chose: some would control
/// the terminal.
final class Printable {
    private Printable() {}

    /// What cannot be printed becomes `\xNN`. Bytes of an image that are no UTF-8 come as half surrogates
    /// that hold them.
    static String text(String text) {
        return shown(text, "");
    }

    /// The same where line breaks and tabs are meant.
    static String lines(String text) {
        return shown(text, "\n\t");
    }

    private static String shown(String text, String meant) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPrintable(c) || meant.indexOf(c) >= 0) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\x%02x".formatted(c & (Character.getType(c) == Character.SURROGATE ? 0xFF : ~0)));
            }
        });
        return shown.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
