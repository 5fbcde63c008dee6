package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.canvas.CanvasView;
import dev.lamina.app.studio.editor.EditorView;
import dev.lamina.app.studio.explain.ExplainView;
import dev.lamina.app.studio.explain.ExplainViewModel;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.history.HistoryView;
import dev.lamina.app.studio.inspector.InspectorView;
import dev.lamina.app.studio.lessons.LessonStart;
import dev.lamina.app.studio.lessons.LessonsView;
import dev.lamina.app.studio.live.ReplayBar;
import dev.lamina.app.studio.problems.ExposureStatus;
import dev.lamina.app.studio.problems.ExposureView;
import dev.lamina.app.studio.problems.ProblemsStatus;
import dev.lamina.app.studio.problems.ProblemsView;
import dev.lamina.app.studio.quickadd.QuickAdd;
import dev.lamina.app.studio.relations.RelationsView;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.shell.BelowPanes.Below;
import dev.lamina.app.studio.shell.DocumentLayout.Views;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// All views of one document: its picture and its text side by side, the form of what is selected, and
/// panes below.
final class DocumentView {
    private final CanvasView canvas;
    private final EditorView editor;
    private final InspectorView inspector;
    private final BelowPanes below;
    private final MachinePanes machine;
    private final ExplainViewModel explained;
    private final DocumentLayout layout;

    /// What ties it to what outlives it.
    private final Subscription shared;

    private final BorderPane whole = new BorderPane();
    private final List<Node> status;
    private final List<Action> actions = new ArrayList<>();

    DocumentView(OpenDocument document, DocumentParts parts, Setting setting) {
        Preferences preferences = setting.preferences();
        Desk desk = setting.desk();
        DocumentSession session = document.session();
        session.profile().bindBidirectional(preferences.profile());
        this.canvas = parts.canvas();
        this.editor = parts.editor();
        this.inspector = new InspectorView(session, desk);
        RelationsView relations = new RelationsView(session, desk);
        ProblemsView problems = new ProblemsView(session, desk);
        HistoryView history = new HistoryView(session, desk);
        ExposureView exposure = new ExposureView(session, desk);
        this.machine = new MachinePanes(document, desk, this::show);
        machine.whenDoctorWanted(setting.doctor());
        Map<Below, Supplier<Node>> panes = new EnumMap<>(machine.panes());
        panes.put(Below.PROBLEMS, problems::node);
        panes.put(Below.EXPOSURE, exposure::node);
        panes.put(Below.RELATIONS, relations::panel);
        panes.put(Below.HISTORY, history::node);
        this.explained = new ExplainViewModel(session, desk.operations().explainPart());
        Node spoken = new ExplainView(explained).node();
        panes.put(Below.EXPLAIN, () -> new ExplainView(explained).node());
        this.below = new BelowPanes(panes, preferences, desk.background());
        below.count(problems.summary());
        Runnable showProblems = shower(Below.PROBLEMS, problems::focus);
        Runnable showExposure = shower(Below.EXPOSURE, exposure::focus);
        problems.whenWanted(showProblems);
        this.status = List.of(
                new ProblemsStatus(problems.summary(), showProblems).node(),
                new ExposureStatus(session, showExposure).node(),
                caret());
        editor.onExplain(finding -> {
            session.selection().reveal(finding.path());
            showProblems.run();
        });
        whole.setTop(machine.notice());
        exposure(session, showExposure);
        relate(relations);
        add(new QuickAdd(session, setting.entries(), setting.added()));
        actions.addAll(history.actions());
        actions.addAll(canvas.actions());
        actions.addAll(relations.actions());
        actions.addAll(editor.actions());
        actions.addAll(inspector.actions());
        actions.addAll(problems.actions());
        LessonsView lessons = new LessonsView(session, desk, start -> begin(start, setting));
        actions.addAll(lessons.actions());
        actions.addAll(machine.actions());
        actions.addAll(Exports.actions(document, desk, whole));
        Node replay = new ReplayBar(machine.replay()).node();
        canvas.offerWhileRunning(machine.ofComponents());
        this.shared = Subscription.combine(
                preferences.presenting().subscribe(canvas::spotlight),
                () -> session.profile().unbindBidirectional(preferences.profile()));
        this.layout = new DocumentLayout(
                new Views(canvas.node(), editor.node(), inspector.node(), lessons.node(), below.node(), spoken, replay),
                preferences,
                desk.background());
        whole.setCenter(layout.node());
    }

    /// How exposed the selected component is, in its form.
    private void exposure(DocumentSession session, Runnable show) {
        inspector.exposure().getChildren().add(new ComponentExposure(session, show).node());
    }

    private void show(Below which) {
        below.show(which);
    }

    private Runnable shower(Below which, Runnable focus) {
        return () -> {
            below.show(which);
            focus.run();
        };
    }

    /// Adding by typing, over the canvas.
    private void add(QuickAdd quick) {
        StackPane layers = canvas.layers();
        layers.getChildren().add(quick.node());
        quick.install(canvas.node());
        canvas.whenAdding((place, at) -> quick.open(place.lane(), place.index(), at.getX(), at.getY()), quick::open);
    }

    /// The parts that the focus goes round, in their order.
    List<Node> parts() {
        return List.of(canvas.node(), editor.node(), inspector.node(), below.node());
    }

    /// Where something comes that is let go at a point of the scene.
    Optional<Place> placeAt(Point2D scene) {
        return canvas.placeAt(scene);
    }

    /// Draws what belongs together over the cards.
    private void relate(RelationsView relations) {
        canvas.aboveCards().getChildren().add(relations.overlay());
        canvas.layers().getChildren().add(relations.legend());
        StackPane.setAlignment(relations.legend(), Pos.TOP_RIGHT);
        StackPane.setMargin(relations.legend(), new Insets(12));
        Keys.install(canvas.node(), relations.actions());
        relations.hovered().bind(canvas.hovered());
        relations.locate(place -> canvas.bounds(place).map(DocumentView::box));
        canvas.arrangement().subscribe(() -> relations.draw());
    }

    private static Bounds box(Rectangle2D card) {
        return new BoundingBox(card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight());
    }

    /// Where the caret is.
    private Node caret() {
        Label label = new Label();
        label.textProperty().bind(editor.status());
        StatusBar.whole(label);
        return label;
    }

    /// Opens the document of a lesson, with the machine that it needs.
    private static void begin(LessonStart start, Setting setting) {
        setting.workbench()
                .create(
                        start.fileName(),
                        start.text(),
                        opened -> setting.sideFile().accept(opened, start.sideFile()));
    }

    /// Takes what says on which machine the document is run.
    void adopt(String sideFile) {
        machine.machine().adopt(sideFile);
    }

    /// To the next component in boot order, or the one before.
    void step(int by) {
        explained.step(by);
    }

    Node node() {
        return whole;
    }

    /// Call when the document is closed: the preferences hold it until then.
    void dispose() {
        shared.unsubscribe();
        layout.dispose();
    }

    /// How the machine of the document is.
    Node runState() {
        return machine.state();
    }

    /// Ends what runs of the document, and does something then.
    void endThen(Runnable task) {
        machine.endThen(task);
    }

    /// What the status bar says of the document.
    List<Node> status() {
        return status;
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }
}
