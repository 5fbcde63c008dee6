package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.problems.ExposureReasons.Reason;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.exposure.Part;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How exposed each component is, the most exposed first, and beside the list why, and what would lower it.
public final class ExposureView {
    private static final Texts TEXTS = Texts.of(ExposureView.class);

    private final ExposureViewModel exposure;
    private final ListView<ComponentScore> list = new ListView<>();
    private final ScrollPane reasons = new ScrollPane();
    private final BorderPane pane = new BorderPane();

    public ExposureView(DocumentSession session, Desk desk) {
        this.exposure = new ExposureViewModel(session);
        list();
        reasons.setFitToWidth(true);
        reasons.getStyleClass().add("problem-scroll");
        exposure.selected().subscribe(this::explain);
        SplitPane split = new SplitPane(list, reasons);
        split.setDividerPositions(0.38);
        split.getStyleClass().add("problem-split");
        pane.setCenter(split);
        pane.getStyleClass().add("problems");
    }

    public Node node() {
        return pane;
    }

    /// Shows the most exposed component, and puts the focus into the list.
    public void focus() {
        list.requestFocus();
        if (!exposure.components().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
            list.scrollTo(0);
        }
    }

    private void list() {
        list.setItems(exposure.components());
        list.setCellFactory(any -> new ExposureCell());
        list.getStyleClass().addAll("problem-list", "dense");
        list.setAccessibleText(TEXTS.get("exposure.title"));
        Label none = new Label(TEXTS.get("exposure.none"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.getSelectionModel().selectedIndexProperty().subscribe(row -> exposure.rowSelected(row.intValue()));
        exposure.refreshed().subscribe(count -> selectAgain());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                exposure.selected().get().ifPresent(exposure::jump);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                exposure.selected().get().ifPresent(exposure::jump);
                event.consume();
            }
        });
    }

    private void selectAgain() {
        int row = exposure.selectedRow();
        if (row >= 0 && list.getSelectionModel().getSelectedIndex() != row) {
            list.getSelectionModel().clearAndSelect(row);
            list.scrollTo(Math.max(0, row - 2));
        }
    }

    private void explain(Optional<ComponentScore> selected) {
        double at = reasons.getVvalue();
        reasons.setContent(selected.map(this::explanation).orElseGet(ExposureView::nothing));
        reasons.setVvalue(at);
    }

    private static Node nothing() {
        Prose prose = new Prose();
        prose.muted(TEXTS.get("exposure.select"));
        prose.node().getStyleClass().add("explanation");
        return prose.node();
    }

    private Node explanation(ComponentScore component) {
        Label title = new Label(ExposureReasons.headline(component));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        Prose notes = new Prose();
        if (!component.score().complete()) {
            notes.muted(TEXTS.get("exposure.incomplete"));
        }
        ExposureReasons.sum(component).ifPresent(notes::muted);
        if (component.score().parts().isEmpty()) {
            notes.paragraph(TEXTS.get("exposure.none.reasons"));
        }
        VBox all = new VBox(title, notes.node());
        all.getStyleClass().add("explanation");
        List<Reason> words = ExposureReasons.of(component);
        List<Part> parts = component.score().parts();
        for (int i = 0; i < parts.size(); i++) {
            all.getChildren().add(reason(component, parts.get(i), words.get(i)));
        }
        Prose scale = new Prose();
        scale.muted(TEXTS.get("exposure.scale"));
        all.getChildren().add(scale.node());
        return all;
    }

    private Node reason(ComponentScore component, Part part, Reason words) {
        Label points = new Label(words.points());
        points.getStyleClass().addAll("exposure-points", "mono");
        Hyperlink what = new Hyperlink(words.what());
        what.setWrapText(true);
        what.getStyleClass().add("exposure-what");
        what.setOnAction(event -> {
            what.setVisited(false);
            exposure.jump(component, part);
        });
        Prose prose = new Prose();
        prose.muted(words.why());
        words.lower().ifPresent(lower -> prose.paragraph(TEXTS.get("exposure.lower", lower)));
        VBox text = new VBox(what, prose.node());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(points, text);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("exposure-reason");
        return row;
    }
}
