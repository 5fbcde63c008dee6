package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.problems.ProblemRow.Heading;
import dev.lamina.app.studio.problems.ProblemRow.Item;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// All that is wrong with a document: a list, and beside it what the selected problem is about and what mends it.
public final class ProblemsView {
    private static final Texts TEXTS = Texts.of(ProblemsView.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ProblemsViewModel problems;
    private final FixesViewModel fixes;
    private final ListView<ProblemRow> list = new ListView<>();
    private final BorderPane left = new BorderPane();
    private final SplitPane split = new SplitPane();
    private final BorderPane pane = new BorderPane();
    private final BesideView beside;
    private final List<Action> actions;

    public ProblemsView(DocumentSession session, Desk desk) {
        this.problems = new ProblemsViewModel(session, desk);
        this.fixes = new FixesViewModel(problems, desk);
        this.beside = new BesideView(problems, fixes, desk);
        this.actions = new ProblemActions(problems, fixes, desk).all(this::toggleBeside);
        list();
        left.setCenter(list);
        left.setBottom(skipped());
        split.getItems().setAll(left, beside.node());
        split.setDividerPositions(0.62);
        split.getStyleClass().add("problem-split");
        pane.setTop(new ProblemsToolbar(problems, fixes).node());
        pane.setCenter(split);
        pane.getStyleClass().add("problems");
        Keys.install(pane, actions);
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return actions;
    }

    /// How many there are, for tabs and the status bar.
    public ReadOnlyObjectProperty<ProblemSummary> summary() {
        return problems.summary();
    }

    ProblemsViewModel model() {
        return problems;
    }

    FixesViewModel fixes() {
        return fixes;
    }

    /// @param show brings this view to the front; called when there is something to look at before it is done
    public void whenWanted(Runnable show) {
        fixes.beside().subscribe((before, now) -> {
            if (before instanceof Beside.Explained && !(now instanceof Beside.Explained)) {
                if (!split.getItems().contains(beside.node())) {
                    toggleBeside();
                }
                show.run();
            }
        });
    }

    /// Puts the focus into the list.
    public void focus() {
        list.requestFocus();
        if (problems.selectedRow() < 0 && !problems.rows().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void list() {
        list.setItems(problems.rows());
        list.setCellFactory(any -> new ProblemCell(fixes::fix));
        list.getStyleClass().addAll("problem-list", "dense");
        list.setAccessibleText(TEXTS.get("title"));
        list.setPlaceholder(new EmptyView(problems).node());
        list.getSelectionModel().selectedIndexProperty().subscribe(row -> problems.rowSelected(row.intValue()));
        problems.refreshed().subscribe(count -> selectAgain());
        problems.stale().subscribe(stale -> list.pseudoClassStateChanged(STALE, stale));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open();
                event.consume();
            }
        });
    }

    private void selectAgain() {
        int row = problems.selectedRow();
        if (row < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != row) {
            list.getSelectionModel().clearAndSelect(row);
            list.getFocusModel().focus(row);
            list.scrollTo(Math.max(0, row - 2));
        }
    }

    /// Jumps to the selected finding; opens or closes a group.
    private void open() {
        int row = list.getSelectionModel().getSelectedIndex();
        if (row >= 0 && row < problems.rows().size()) {
            switch (problems.rows().get(row)) {
                case Heading heading -> problems.toggle(heading);
                case Item(ProblemEntry entry) -> problems.jump(entry);
            }
        }
    }

    private void toggleBeside() {
        if (!split.getItems().remove(beside.node())) {
            split.getItems().add(beside.node());
            split.setDividerPositions(0.62);
        }
    }

    /// Below the list, when it has something: that not everything was looked at.
    private Node skipped() {
        Label brief = new Label();
        brief.getStyleClass().add("muted");
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        brief.setTooltip(whole);
        StackPane icon = Icons.of("info", 14);
        icon.getStyleClass().add("muted");
        HBox box = new HBox(icon, brief);
        box.getStyleClass().add("problem-skipped");
        problems.refreshed().subscribe(count -> {
            brief.setText(SkippedWords.brief(problems.skipped().get()));
            String sentences =
                    String.join("\n", SkippedWords.of(problems.skipped().get()));
            whole.setText(sentences);
            brief.setAccessibleHelp(sentences);
            boolean shown = !problems.rows().isEmpty() && !brief.getText().isEmpty();
            box.setVisible(shown);
            box.setManaged(shown);
        });
        return box;
    }
}
