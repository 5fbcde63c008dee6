package dev.lamina.app.studio.history;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Blank;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/// The list of all steps of a document. A click, or Enter, goes to the one that is meant.
public final class HistoryView {
    private static final Texts TEXTS = Texts.of(HistoryView.class);

    private final HistoryViewModel model;
    private final ListView<HistoryRow> list;
    private final StackPane pane = new StackPane();

    public HistoryView(DocumentSession session, Desk desk) {
        this.model = new HistoryViewModel(session, desk);
        this.list = new ListView<>(model.rows());
        list.setCellFactory(view -> new HistoryCell(model::goTo));
        list.getStyleClass().add("history-list");
        list.setAccessibleText(TEXTS.get("title"));
        list.setOnKeyPressed(event -> {
            HistoryRow chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                model.goTo(chosen);
                event.consume();
            }
        });
        // Times are said anew whenever somebody comes here.
        list.hoverProperty().subscribe(hover -> model.refresh());
        list.focusedProperty().subscribe(focused -> model.refresh());
        Node empty = Blank.of("history", TEXTS.get("empty.title"), TEXTS.get("empty.words"));
        session.history().subscribe(history -> {
            boolean nothing = history.steps().size() == 1;
            empty.setVisible(nothing);
            list.setVisible(!nothing);
            list.scrollTo(Math.max(0, history.at() - 1));
        });
        pane.getChildren().addAll(list, empty);
        pane.getStyleClass().add("history");
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return model.actions();
    }
}
