package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All keys at a glance, over the window.
final class KeysPage {
    private static final Texts TEXTS = Texts.of(KeysPage.class);

    private final StackPane layer = new StackPane();
    private final GridPane table = new GridPane(24, 4);
    private final ScrollPane scroll = new ScrollPane(table);
    private final Supplier<List<Action>> actions;

    KeysPage(Supplier<List<Action>> actions) {
        this.actions = actions;
        scroll.setFitToWidth(true);
        Label title = new Label(TEXTS.get("keys.title"));
        title.getStyleClass().add("pane-title");
        VBox box = new VBox(12, title, scroll);
        box.getStyleClass().add("sheet");
        box.setMaxSize(620, 640);
        layer.getChildren().add(box);
        layer.getStyleClass().add("veil");
        layer.setAlignment(Pos.CENTER);
        layer.setOnMousePressed(event -> layer.setVisible(false));
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
                layer.setVisible(false);
                event.consume();
            }
        });
        layer.setVisible(false);
        layer.managedProperty().bind(layer.visibleProperty());
    }

    Node node() {
        return layer;
    }

    void show() {
        table.getChildren().clear();
        int row = 0;
        for (Action action : actions.get()) {
            if (action.key().isPresent()) {
                Label key = new Label(KeyNames.of(action.key().get()));
                key.getStyleClass().add("key");
                table.addRow(row++, new Label(CommandList.label(action)), key);
            }
        }
        layer.setVisible(true);
        scroll.requestFocus();
    }
}
