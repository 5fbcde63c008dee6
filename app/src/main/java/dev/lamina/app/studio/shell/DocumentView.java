package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.canvas.CanvasView;
import dev.lamina.app.studio.editor.EditorView;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.history.HistoryView;
import dev.lamina.app.studio.inspector.InspectorView;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.problems.ProblemsView;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All views of one document: its picture and its text side by side, the form of what is selected, and below what is
/// found in it and what was done to it.
final class DocumentView {
    private static final Texts TEXTS = Texts.of(DocumentView.class);

    private final OpenDocument document;
    private final Preferences preferences;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final CanvasView canvas;
    private final EditorView editor;
    private final InspectorView inspector;
    private final TabPane below;
    private final List<Action> actions = new ArrayList<>();

    DocumentView(OpenDocument document, Desk desk, Preferences preferences) {
        this.document = document;
        this.preferences = preferences;
        DocumentSession session = document.session();
        this.canvas = new CanvasView(session, desk);
        this.editor = new EditorView(session, desk);
        this.inspector = new InspectorView(session, desk);
        ProblemsView problems = new ProblemsView(session, desk);
        HistoryView history = new HistoryView(session, desk);
        actions.addAll(history.actions());
        actions.addAll(canvas.actions());
        actions.addAll(editor.actions());
        actions.addAll(inspector.actions());
        actions.addAll(problems.actions());

        this.below = new TabPane(
                tab("problems", problems.node()),
                tab("history", history.node()),
                tab("build", place("build.later")),
                tab("console", place("run.later")));
        below.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        below.getStyleClass().add("below");
        rows.setOrientation(Orientation.VERTICAL);
        preferences.mode().subscribe(this::arrange);
        preferences.inspector().subscribe(this::arrange);
        preferences.below().subscribe(this::arrange);
        arrange();
    }

    private void arrange() {
        List<Node> wanted = new ArrayList<>();
        ViewMode mode = preferences.mode().get();
        if (mode != ViewMode.TEXT) {
            wanted.add(canvas.node());
        }
        if (mode != ViewMode.CANVAS) {
            wanted.add(editor.node());
        }
        if (preferences.inspector().get()) {
            wanted.add(inspector.node());
        }
        columns.getItems().setAll(wanted);
        SplitPane.setResizableWithParent(inspector.node(), false);
        switch (wanted.size()) {
            case 3 -> columns.setDividerPositions(0.46, 0.76);
            case 2 -> columns.setDividerPositions(preferences.inspector().get() ? 0.74 : 0.5);
            default -> {}
        }
        rows.getItems().setAll(columns);
        if (preferences.below().get()) {
            rows.getItems().add(below);
            rows.setDividerPositions(0.74);
        }
    }

    private static Tab tab(String name, Node content) {
        Tab tab = new Tab(TEXTS.get("tab." + name), content);
        tab.setGraphic(Icons.of(name, 14));
        return tab;
    }

    /// Where something comes to be.
    private static Node place(String key) {
        Label words = new Label(TEXTS.get(key));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        VBox box = new VBox(words);
        box.getStyleClass().add("empty-state");
        return new StackPane(box);
    }

    OpenDocument document() {
        return document;
    }

    Node node() {
        return rows;
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }
}
