package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Symbols.Symbol;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The bar above the text that goes to a line or a component.
final class GoToBar {
    private static final Texts TEXTS = Texts.of(GoToBar.class);
    private static final int MOST_ROWS = 8;
    private static final double ROW = 2.2;

    private final GoToModel model;
    private final IntConsumer go;
    private final Runnable back;
    private final TextField field = new TextField();
    private final Label help = new Label();
    private final ListView<Symbol> list = new ListView<>();
    private final VBox pane = new VBox();
    private boolean symbols;

    /// @param go puts the caret at an offset
    /// @param back gives the focus back to the text
    GoToBar(GoToModel model, IntConsumer go, Runnable back) {
        this.model = model;
        this.go = go;
        this.back = back;
        pane.getStyleClass().add("goto-bar");
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(TEXTS.get("goto.list"));
        list.setOnMouseClicked(event -> accept());
        field.textProperty().subscribe((before, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                show(false);
            }
        });
        show(false);
    }

    Region node() {
        return pane;
    }

    private void show(boolean shown) {
        if (shown && pane.getChildren().isEmpty()) {
            pane.getChildren().addAll(field, help, list);
        }
        pane.setVisible(shown);
        pane.setManaged(shown);
    }

    void openLine() {
        open(false, TEXTS.get("goto.line"));
    }

    void openSymbol() {
        open(true, TEXTS.get("goto.symbol"));
    }

    private void open(boolean forSymbols, String prompt) {
        symbols = forSymbols;
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.clear();
        show(true);
        fill();
        field.requestFocus();
    }

    private void fill() {
        list.setManaged(symbols);
        list.setVisible(symbols);
        list.getItems().setAll(symbols ? model.symbols(field.getText()) : List.of());
        list.getSelectionModel().selectFirst();
        list.setFixedCellSize(Math.ceil(ROW * help.getFont().getSize()));
        int rows = Math.min(MOST_ROWS, list.getItems().size());
        list.setPrefHeight(rows * list.getFixedCellSize() + 2);
        help.setText(symbols ? (rows == 0 ? TEXTS.get("goto.none") : "") : model.lineHelp());
        help.setManaged(!help.getText().isEmpty());
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        int at = list.getSelectionModel().getSelectedIndex();
        if (code == KeyCode.ESCAPE) {
            close();
        } else if (code == KeyCode.ENTER) {
            accept();
        } else if (code == KeyCode.DOWN && symbols) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2));
        } else if (code == KeyCode.UP && symbols) {
            list.getSelectionModel().select(Math.max(at - 1, 0));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2));
        } else {
            return;
        }
        event.consume();
    }

    private void accept() {
        Symbol chosen = list.getSelectionModel().getSelectedItem();
        String typed = field.getText();
        close();
        if (chosen != null && symbols) {
            model.go(chosen);
        } else if (!symbols) {
            model.line(typed).ifPresent(go);
        }
    }

    private void close() {
        show(false);
        back.run();
    }

    private static final class Cell extends ListCell<Symbol> {
        @Override
        protected void updateItem(Symbol item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : TEXTS.get("goto.item", item.name(), item.lane()));
            setGraphic(empty || item == null ? null : Icons.of("lane-" + item.lane(), 14));
        }
    }
}
