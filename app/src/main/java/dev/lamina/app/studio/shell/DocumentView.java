package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.canvas.CanvasView;
import dev.lamina.app.studio.editor.EditorView;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.history.HistoryView;
import dev.lamina.app.studio.inspector.InspectorView;
import dev.lamina.app.studio.problems.ProblemsView;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// All views of one document.
final class DocumentView {
    private static final Texts TEXTS = Texts.of(DocumentView.class);

    private final OpenDocument document;
    private final SplitPane pane = new SplitPane();
    private final List<Action> actions = new ArrayList<>();

    DocumentView(OpenDocument document, Desk desk) {
        this.document = document;
        DocumentSession session = document.session();
        CanvasView canvas = new CanvasView(session, desk);
        EditorView editor = new EditorView(session, desk);
        InspectorView inspector = new InspectorView(session, desk);
        ProblemsView problems = new ProblemsView(session, desk);
        HistoryView history = new HistoryView(session, desk);
        actions.addAll(canvas.actions());
        actions.addAll(editor.actions());
        actions.addAll(inspector.actions());
        actions.addAll(problems.actions());
        actions.addAll(history.actions());

        TabPane below = new TabPane(tab("tab.problems", problems.node()), tab("tab.history", history.node()));
        below.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        SplitPane middle = new SplitPane(canvas.node(), editor.node(), inspector.node());
        middle.setDividerPositions(0.5, 0.78);
        pane.setOrientation(Orientation.VERTICAL);
        pane.getItems().addAll(middle, below);
        pane.setDividerPositions(0.75);
    }

    private static Tab tab(String title, Node content) {
        return new Tab(TEXTS.get(title), content);
    }

    OpenDocument document() {
        return document;
    }

    Node node() {
        return pane;
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }
}
