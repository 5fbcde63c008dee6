package dev.lamina.app.studio.editor;

/// What keys do to a text: a change, and what is selected afterwards.
///
/// @param anchor where the selection begins
/// @param caret where it ends, and the caret is
record Typed(TextChange change, int anchor, int caret) {

    static Typed insert(int from, int to, String text) {
        int behind = from + text.length();
        return new Typed(new TextChange(from, to - from, text), behind, behind);
    }
}
