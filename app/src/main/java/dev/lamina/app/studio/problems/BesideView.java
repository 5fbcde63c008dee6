package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// What stands beside the list: the explanation of the selected finding, what fixes would change, or a waiver.
final class BesideView {
    private static final Texts TEXTS = Texts.of(BesideView.class);

    private final ProblemsViewModel problems;
    private final FixesViewModel fixes;
    private final ExplanationView explanation;
    private final FixPreviewView preview;
    private final AllowView allow;
    private final ScrollPane scroll = new ScrollPane();
    private final BorderPane pane = new BorderPane();
    private Optional<ProblemEntry> explained = Optional.empty();

    BesideView(ProblemsViewModel problems, FixesViewModel fixes, Desk desk) {
        this.problems = problems;
        this.fixes = fixes;
        this.explanation = new ExplanationView(problems, fixes, desk);
        this.preview = new FixPreviewView(fixes);
        this.allow = new AllowView(problems, fixes, desk);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("problem-scroll");
        pane.getStyleClass().add("problem-beside");
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !(fixes.beside().get() instanceof Beside.Explained)) {
                fixes.explain();
                event.consume();
            }
        });
        fixes.beside().subscribe(now -> show(now));
        problems.selected().subscribe(entry -> {
            // A preview and a waiver stay until they are left; so does what is read while the list is made again.
            if (fixes.beside().get() instanceof Beside.Explained && !entry.equals(explained)) {
                explain();
            }
        });
        problems.summary().subscribe(now -> refresh());
    }

    Node node() {
        return pane;
    }

    private void show(Beside beside) {
        switch (beside) {
            case Beside.Explained() -> explain();
            case Beside.Planning() -> pane.setCenter(busy());
            case Beside.Planned(FixPlan plan) -> pane.setCenter(preview.of(plan));
            case Beside.Allowing(ProblemEntry entry) -> scrolled(allow.of(entry));
        }
    }

    /// How many there are of a kind stands on a button.
    private void refresh() {
        if (fixes.beside().get() instanceof Beside.Explained) {
            double at = scroll.getVvalue();
            explain();
            scroll.setVvalue(at);
        }
    }

    private void explain() {
        explained = problems.selected().get();
        scrolled(explained.map(explanation::of).orElseGet(BesideView::nothing));
    }

    private void scrolled(Node content) {
        scroll.setContent(content);
        scroll.setVvalue(0);
        pane.setCenter(scroll);
    }

    private static Node nothing() {
        Prose prose = new Prose();
        prose.muted(TEXTS.get("none.selected"));
        prose.node().getStyleClass().add("explanation");
        return prose.node();
    }

    private static Node busy() {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setMaxSize(32, 32);
        VBox box = new VBox(indicator, new Label(TEXTS.get("planning")));
        box.getStyleClass().add("problem-empty");
        return box;
    }
}
