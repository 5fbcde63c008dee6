package dev.lamina.app.studio.history;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

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
        Node empty = empty();
        session.history().subscribe(history -> {
            boolean nothing = history.steps().size() == 1;
            empty.setVisible(nothing);
            list.setVisible(!nothing);
            list.scrollTo(Math.max(0, history.at() - 1));
        });
        pane.getChildren().addAll(list, empty);
        pane.getStyleClass().add("history");
    }

    private static Node empty() {
        Label title = new Label(TEXTS.get("empty.title"));
        title.getStyleClass().add("title-4");
        Label words = new Label(TEXTS.get("empty.words"));
        words.getStyleClass().add("history-when");
        words.setWrapText(true);
        VBox box = new VBox(8, Icons.of("history", 28), title, words);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("history-empty");
        return box;
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return model.actions();
    }
}
