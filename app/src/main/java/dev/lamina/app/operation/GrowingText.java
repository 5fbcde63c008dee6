package dev.lamina.app.operation;

/// A text that is asked for again and again: it grows at its end, and loses its beginning when it is long.
final class GrowingText {
    /// Of what was there before; enough not to be there twice by chance.
    private static final int OVERLAP = 4096;

    private String known = "";

    /// What is in it now and was not before.
    String news(String whole) {
        String before = known;
        known = whole;
        if (whole.startsWith(before)) {
            return whole.substring(before.length());
        }
        String end = before.substring(Math.max(0, before.length() - OVERLAP));
        int found = whole.lastIndexOf(end);
        return found < 0 ? whole : whole.substring(found + end.length());
    }
}
