package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// All keys at a glance, over the window, by the part of it in which they count.
final class KeysPage {
    private static final Texts TEXTS = Texts.of(KeysPage.class);

    private final GridPane table = new GridPane(24, 4);
    private final ScrollPane scroll = new ScrollPane(table);
    private final Supplier<List<Action>> actions;
    private final Veil veil;

    KeysPage(Supplier<List<Action>> actions) {
        this.actions = actions;
        scroll.setFitToWidth(true);
        Label title = new Label(TEXTS.get("keys.title"));
        title.getStyleClass().add("pane-title");
        VBox box = new VBox(12, title, scroll);
        box.getStyleClass().add("sheet");
        box.setMaxSize(620, 640);
        veil = new Veil(box);
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                veil.hide();
                event.consume();
            }
        });
    }

    Node node() {
        return veil.node();
    }

    void show() {
        table.getChildren().clear();
        for (Map.Entry<String, List<Action>> part : byPart().entrySet()) {
            Label heading = new Label(part.getKey());
            heading.getStyleClass().add("keys-heading");
            table.addRow(table.getRowCount(), heading);
            for (Action action : part.getValue()) {
                Label key = new Label(action.keyName());
                key.getStyleClass().add("key");
                table.addRow(table.getRowCount(), new Label(CommandList.label(action)), key);
            }
        }
        veil.show(scroll);
    }

    /// First what counts everywhere, then part by part of the window: there a key may mean something else.
    private Map<String, List<Action>> byPart() {
        Map<String, List<Action>> parts = new LinkedHashMap<>();
        parts.put(TEXTS.get("keys.everywhere"), new ArrayList<>());
        for (Action action : actions.get()) {
            if (action.key().isPresent()) {
                parts.computeIfAbsent(part(action), name -> new ArrayList<>()).add(action);
            }
        }
        return parts;
    }

    private static String part(Action action) {
        return switch (action.reach()) {
            case WINDOW -> TEXTS.get("keys.everywhere");
            case FOCUS -> TEXTS.get("keys." + action.feature());
        };
    }
}
