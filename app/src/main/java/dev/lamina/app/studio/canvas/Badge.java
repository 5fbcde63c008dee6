package dev.lamina.app.studio.canvas;

/// A word on a card, such as `:80` or `ro`.
///
/// @param explanation one sentence, for the tooltip
record Badge(String text, boolean warning, String explanation) {
    static Badge plain(String text, String explanation) {
        return new Badge(text, false, explanation);
    }

    static Badge warning(String text, String explanation) {
        return new Badge(text, true, explanation);
    }
}
