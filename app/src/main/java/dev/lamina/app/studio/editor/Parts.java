package dev.lamina.app.studio.editor;

/// What an area asks of the document whose text it shows in parts. Offsets are those of the shown text.
interface Parts {
    /// Whether a change of that piece would leave half of the words that stand for a part.
    boolean divides(int from, int to);

    /// Tells the user why a change was not made.
    void refuse();

    /// All that is between two places, also what is not shown of it.
    String whole(int from, int to);

    /// Takes a text in the place of another one that may be too long to be shown as it is.
    void paste(TextChange change);
}
