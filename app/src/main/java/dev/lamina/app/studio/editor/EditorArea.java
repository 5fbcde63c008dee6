package dev.lamina.app.studio.editor;

/// The part of the window that shows the text, as its view-model knows it. Offsets are those of the shown text.
interface EditorArea {
    /// Changes what is shown; caret, scrolling and folding stay.
    void change(TextChange change);

    /// Brings a place into view, with the caret, and draws the eye to it.
    void reveal(int offset);
}
