package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A list of all commands over the window: type a part of the name, Enter does it.
final class CommandPalette {
    private static final Texts TEXTS = Texts.of(CommandPalette.class);

    private final TextField query = new TextField();
    private final ListView<Action> found = new ListView<>();
    private final Supplier<List<Action>> actions;
    private final Veil veil;
    private CommandList list = new CommandList(List.of());

    /// @param actions what can be done now; asked whenever the list is opened
    CommandPalette(Supplier<List<Action>> actions) {
        this.actions = actions;
        query.setPromptText(TEXTS.get("commands.prompt"));
        query.setAccessibleText(TEXTS.get("commands.prompt"));
        query.textProperty().subscribe(this::search);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        found.setCellFactory(view -> new CommandCell(this::runSelected));
        found.setFocusTraversable(false);
        VBox box = new VBox(query, found);
        box.getStyleClass().add("command-palette");
        box.setMaxSize(560, 420);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        veil = new Veil(box);
    }

    Node node() {
        return veil.node();
    }

    void show() {
        list = new CommandList(actions.get());
        query.clear();
        search("");
        veil.show(query);
    }

    private void search(String text) {
        found.getItems().setAll(list.find(text));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            runSelected();
        } else if (event.getCode() == KeyCode.DOWN) {
            move(1);
        } else if (event.getCode() == KeyCode.UP) {
            move(-1);
        } else {
            return;
        }
        event.consume();
    }

    private void move(int by) {
        int size = found.getItems().size();
        if (size > 0) {
            int to = Math.floorMod(found.getSelectionModel().getSelectedIndex() + by, size);
            found.getSelectionModel().select(to);
            found.scrollTo(Math.max(0, to - 4));
        }
    }

    private void runSelected() {
        Action action = found.getSelectionModel().getSelectedItem();
        if (action != null && action.allowed()) {
            veil.hide();
            action.run();
        }
    }

    /// Name on the left, key on the right; what cannot be done says why.
    private static final class CommandCell extends ListCell<Action> {
        /// @param run does the command, which a press has selected
        CommandCell(Runnable run) {
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    run.run();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(CommandList.label(action));
            Label why = new Label(action.blocked().getValue());
            why.getStyleClass().add("muted");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label key = new Label(action.keyName());
            key.getStyleClass().add("key");
            key.setVisible(!key.getText().isEmpty());
            HBox row = new HBox(8, Icons.of(action.icon().orElse("command"), 14), name, why, space, key);
            row.setAlignment(Pos.CENTER_LEFT);
            name.setDisable(!action.allowed());
            setGraphic(row);
            setAccessibleText(CommandList.label(action) + " " + key.getText());
        }
    }
}
