package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.Collection;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/// The text field of the editor. Undo and redo are those of the document, and what is cut and pasted goes through the
/// window's clipboard. What is shown of long lines cannot be changed such that something would be lost.
final class YamlArea extends CodeArea {
    /// Longer texts are pasted by way of the document.
    private static final int LONG = 10_000;

    private final DocumentSession session;
    private final ClipboardText clipboard;
    private final Parts parts;
    private boolean taking;

    YamlArea(DocumentSession session, ClipboardText clipboard, Parts parts) {
        this.session = session;
        this.clipboard = clipboard;
        this.parts = parts;
        setUndoManager(UndoUtils.noOpUndoManager());
        getStyleClass().add("yaml-area");
    }

    /// Everything that changes the text comes through here.
    @Override
    public void replace(
            int start, int end, StyledDocument<Collection<String>, String, Collection<String>> replacement) {
        if (taking) {
            super.replace(start, end, replacement);
        } else if (isEditable() && parts.divides(start, end)) {
            parts.refuse();
        } else if (isEditable()) {
            super.replace(start, end, replacement);
        }
    }

    /// What the document changed, not the user.
    void take(TextChange change) {
        boolean before = taking;
        taking = true;
        try {
            replaceText(change.at(), change.end(), change.inserted());
        } finally {
            taking = before;
        }
    }

    /// Whether what changes now comes from the document.
    boolean isTaking() {
        return taking;
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
            clipboard.put(parts.whole(from(), to()));
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
        clipboard.get().ifPresent(text -> {
            if (text.length() <= LONG) {
                replaceSelection(text);
            } else if (isEditable() && !parts.divides(from(), to())) {
                String lines = text.replace("\r\n", "\n").replace('\r', '\n');
                parts.paste(new TextChange(from(), to() - from(), lines));
            }
        });
    }

    /// By the mouse. What is not shown of a line would stay behind.
    @Override
    public void moveSelectedText(int position) {
        if (!isEditable()) {
            return;
        }
        if (getSelectedText().equals(parts.whole(from(), to())) && !parts.divides(position, position)) {
            super.moveSelectedText(position);
        } else {
            parts.refuse();
        }
    }

    /// Does what a key means.
    void apply(Typed typed) {
        TextChange change = typed.change();
        if (!isEditable()) {
            return;
        }
        if (parts.divides(change.at(), change.end())) {
            parts.refuse();
            return;
        }
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
