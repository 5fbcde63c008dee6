package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.app.studio.session.DocumentSession;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/// The text field of the editor. Undo and redo are those of the document, and what is cut and pasted goes through the
/// window's clipboard.
final class YamlArea extends CodeArea {
    private final DocumentSession session;
    private final ClipboardText clipboard;

    YamlArea(DocumentSession session, ClipboardText clipboard) {
        this.session = session;
        this.clipboard = clipboard;
        setUndoManager(UndoUtils.noOpUndoManager());
        getStyleClass().add("yaml-area");
    }

    @Override
    public void undo() {
        session.undo();
    }

    @Override
    public void redo() {
        session.redo();
    }

    @Override
    public void copy() {
        if (getSelection().getLength() > 0) {
            clipboard.put(getSelectedText());
        }
    }

    @Override
    public void cut() {
        copy();
        if (getSelection().getLength() > 0) {
            replaceSelection("");
        }
    }

    @Override
    public void paste() {
        clipboard.get().ifPresent(this::replaceSelection);
    }

    /// Does what a key means.
    void apply(Typed typed) {
        TextChange change = typed.change();
        replaceText(change.at(), change.end(), change.inserted());
        selectRange(typed.anchor(), typed.caret());
        requestFollowCaret();
    }

    /// From where to where text is selected, at the caret when nothing is.
    int from() {
        return getSelection().getStart();
    }

    int to() {
        return getSelection().getEnd();
    }
}
