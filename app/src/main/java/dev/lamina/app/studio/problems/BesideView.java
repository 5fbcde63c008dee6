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
    private Explained explained = new Explained(Optional.empty(), 0);

    /// What an explanation is made of.
    ///
    /// @param ofKind how many a click would mend
    private record Explained(Optional<ProblemEntry> entry, int ofKind) {
        boolean sameFinding(Explained other) {
            return entry.map(ProblemEntry::key).equals(other.entry.map(ProblemEntry::key));
        }
    }

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
        problems.selected().subscribe(entry -> follow());
        problems.refreshed().subscribe(count -> follow());
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

    /// A preview stays until it is left; a waiver until another finding is selected.
    private void follow() {
        if (fixes.beside().get() instanceof Beside.Allowing(ProblemEntry entry)
                && problems.selected()
                        .get()
                        .filter(now -> !now.key().equals(entry.key()))
                        .isPresent()) {
            fixes.explain();
        } else if (fixes.beside().get() instanceof Beside.Explained && !said().equals(explained)) {
            explain();
        }
    }

    private Explained said() {
        Optional<ProblemEntry> entry = problems.selected().get();
        return new Explained(entry, entry.map(fixes::ofKind).orElse(0));
    }

    /// What is read stays where it is while the same finding moves to another line.
    private void explain() {
        Explained now = said();
        double at = now.sameFinding(explained) ? scroll.getVvalue() : 0;
        explained = now;
        scrolled(now.entry.map(explanation::of).orElseGet(BesideView::nothing));
        scroll.setVvalue(at);
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
