package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.check.Finding;
import dev.lamina.model.value.SourceSpan;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/// The text of a document: what is written there is the document, in every other view as well.
public final class EditorView {
    private static final Texts TEXTS = Texts.of(EditorView.class);
    private static final Duration HOVER = Duration.ofMillis(350);

    private final BorderPane pane = new BorderPane();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final FindingCard card;
    private final TextView text;
    private final FindModel search;
    private final CompletionList completion;
    private final List<Action> actions;
    private Consumer<Finding> explain = finding -> {};

    public EditorView(DocumentSession session, Desk desk) {
        Overlay overlay = new Overlay();
        card = new FindingCard(overlay, desk.background(), this::fix, this::explain, this::focus);
        text = new TextView(session, desk, overlay, card);
        search = new FindModel(text.model(), desk.background());
        text.highlight(search);
        YamlArea area = text.area();
        CompletionModel proposals = new CompletionModel(text.model(), new AllImageNames(desk.operations()), desk);
        completion = new CompletionList(area, proposals, overlay, desk.background());
        AreaKeys keys = new AreaKeys(area, text.model(), this::first);
        FindBar find = new FindBar(search, area);
        GoToBar goTo = new GoToBar(new GoToModel(text.model()), text::goTo, this::focus);
        actions = new EditorActions()
                .finding(find)
                .going(goTo)
                .writing(completion, keys, this::showProblems)
                .folding(text)
                .looking(new TextLook(area, text.styler().spaces()))
                .all();
        pane.getStyleClass().add("editor");
        pane.setTop(new VBox(find.node(), goTo.node(), new FillingBar(text.filling()).node()));
        pane.setCenter(new StackPane(text.node(), overlay));
        Keys.install(pane, actions);
        watch(area);
    }

    private void watch(YamlArea area) {
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.setAccessibleText(TEXTS.get("title"));
        area.setMouseOverTextDelay(HOVER);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> hover(event));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> card.leave());
        area.setOnMouseClicked(this::clicked);
        area.selectionProperty().subscribe(this::tell);
        area.caretPositionProperty().subscribe(place -> tell());
    }

    private void hover(MouseOverTextEvent event) {
        Point2D at = event.getScreenPosition();
        card.show(text.marksAt(event.getCharacterIndex()), new BoundingBox(at.getX(), at.getY(), 1, 8), false);
    }

    /// Shows more of a line where words stand for a part of it.
    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && area().getSelection().getLength() == 0) {
            area().hit(event.getX(), event.getY())
                    .getCharacterIndex()
                    .ifPresent(at -> text.model().signs().stream()
                            .filter(sign -> sign.from() <= at && at < sign.to())
                            .findFirst()
                            .ifPresent(sign -> text.model().open(at)));
        }
    }

    private YamlArea area() {
        return text.area();
    }

    private void tell() {
        YamlArea area = text.area();
        status.set(EditorStatus.of(
                area.getCurrentParagraph(),
                text.model().column(area.getCaretPosition()),
                area.getSelection().getLength(),
                text.model().lineEnds(),
                text.lines()));
    }

    private boolean first(KeyEvent event) {
        if (completion.take(event)) {
            return true;
        }
        if (event.getCode() == KeyCode.F2) {
            showProblems();
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE
                && (card.isShown() || search.open().get())) {
            card.hide();
            search.open().set(false);
            return true;
        }
        return false;
    }

    private void showProblems() {
        if (text.marksAtCaret().isEmpty()) {
            text.model().session().say(TEXTS.get("card.none"));
        }
        text.area().getCaretBounds().ifPresent(place -> card.show(text.marksAtCaret(), place, true));
    }

    private void fix(Finding finding) {
        text.model().fix(finding);
    }

    private void explain(Finding finding) {
        explain.accept(finding);
    }

    /// Writes something as if it had been typed; for measuring.
    void insert(int offset, String words) {
        text.area().insertText(offset, words);
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return actions;
    }

    /// Line, column, selection, line ends and indentation; for the status bar.
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /// What is called when somebody wants to know more about a finding.
    public void onExplain(Consumer<Finding> task) {
        explain = task;
    }

    /// Brings a place of the document into view, as it was when it was read last.
    public void reveal(SourceSpan span) {
        text.model().reveal(span);
    }

    /// Puts the focus into the text.
    public void focus() {
        text.area().requestFocus();
    }
}
