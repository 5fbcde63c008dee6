package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.canvas.CanvasView;
import dev.lamina.app.studio.editor.EditorView;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;

/// The two large views of a document. Half of the work of showing one is to make them, and that can be done
/// before.
record DocumentParts(CanvasView canvas, EditorView editor) {
    DocumentParts(DocumentSession session, Desk desk) {
        this(new CanvasView(session, desk), new EditorView(session, desk));
    }
}
