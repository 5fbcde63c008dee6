package dev.lamina.app.cli;

/// Names of a guest's files for a terminal: whoever made an image chose them, and some would write to the terminal.
final class GuestPath {
    private GuestPath() {}

    /// What cannot be printed becomes `\xNN`.
    static String text(String path) {
        StringBuilder shown = new StringBuilder();
        path.codePoints().forEach(c -> {
            if (isPrintable(c)) {
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
