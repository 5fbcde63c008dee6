package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// The menu of cards and lanes, with the keys that do the same.
final class CanvasMenu {
    private static final double ICON = 16;

    private final Viewport viewport;
    private final List<List<Action>> groups = new ArrayList<>();
    private List<Action> ofRunning = List.of();
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(Viewport viewport) {
        this.viewport = viewport;
    }

    /// What can be done to what a card stands for, while its system runs. Left out of the menu while it cannot be done.
    void setOfRunning(List<Action> actions) {
        ofRunning = List.copyOf(actions);
    }

    /// @param offered as a menu separates them
    void install(CardFocus focus, List<List<Action>> offered) {
        groups.addAll(offered);
        Pane pane = viewport.pane();
        pane.setOnContextMenuRequested(event -> {
            fill();
            show(event, focus);
            event.consume();
        });
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    /// By keys it opens beside the card.
    private void show(ContextMenuEvent event, CardFocus focus) {
        Node owner = viewport.pane();
        if (event.isKeyboardTrigger()) {
            focus.view()
                    .ifPresentOrElse(
                            card -> menu.show(card, Side.BOTTOM, 0, 0),
                            () -> menu.show(owner, event.getScreenX(), event.getScreenY()));
        } else {
            menu.show(owner, event.getScreenX(), event.getScreenY());
        }
    }

    private void fill() {
        menu.getItems().clear();
        for (List<Action> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(action -> menu.getItems().add(item(action)));
        }
        List<Action> now = ofRunning.stream()
                .filter(action -> action.blocked().getValue().isEmpty())
                .toList();
        if (!now.isEmpty()) {
            menu.getItems().addFirst(new SeparatorMenuItem());
            now.reversed().forEach(action -> menu.getItems().addFirst(item(action)));
        }
    }

    private static MenuItem item(Action action) {
        String why = action.blocked().getValue();
        String label = action.label().getValue();
        MenuItem item = new MenuItem(why.isEmpty() ? label : label + "  (" + why + ")");
        item.setMnemonicParsing(false); // names have underscores
        action.icon().ifPresent(name -> item.setGraphic(Icons.of(name, ICON)));
        action.key().ifPresent(item::setAccelerator);
        item.setDisable(!why.isEmpty());
        item.setOnAction(event -> action.run());
        return item;
    }
}
