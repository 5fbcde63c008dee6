package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The menu bar, made of actions.
final class Menus {
    private static final Texts TEXTS = Texts.of(Menus.class);

    private final MenuBar bar = new MenuBar();

    Menus() {
        // On macOS only, and there while nothing is in it that JavaFX must draw itself: see whereFocused.
        bar.setUseSystemMenuBar(true);
    }

    MenuBar bar() {
        return bar;
    }

    /// @param actions of one feature after the other; a line is drawn between features
    void show(List<Action> actions) {
        bar.getMenus().clear();
        for (Action.Place place : Action.Place.values()) {
            if (place != Action.Place.NONE) {
                Menu menu = new Menu(TEXTS.get("menu." + place.name().toLowerCase(Locale.ROOT)));
                fill(
                        menu,
                        actions.stream()
                                .filter(action -> action.menu() == place)
                                .toList());
                if (!menu.getItems().isEmpty()) {
                    bar.getMenus().add(menu);
                }
            }
        }
    }

    private static void fill(Menu menu, List<Action> actions) {
        String feature = "";
        for (Action action : actions) {
            if (!feature.isEmpty() && !feature.equals(action.feature())) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            feature = action.feature();
            menu.getItems().add(action.reach() == Action.Reach.WINDOW ? everywhere(action) : whereFocused(action));
        }
    }

    private static MenuItem everywhere(Action action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(action.label());
        action.key().ifPresent(item::setAccelerator);
        action.icon().ifPresent(icon -> item.setGraphic(Icons.of(icon, 14)));
        return ready(item, action);
    }

    /// Its key is shown but not registered: it counts only in its part of the window, where it is installed.
    private static MenuItem whereFocused(Action action) {
        Label name = new Label();
        name.textProperty().bind(action.label());
        action.icon().ifPresent(icon -> name.setGraphic(Icons.of(icon, 14)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label key = new Label(action.keyName());
        key.getStyleClass().add("menu-key");
        HBox row = new HBox(24, name, space, key);
        row.getStyleClass().add("menu-row");
        return ready(new CustomMenuItem(row), action);
    }

    private static MenuItem ready(MenuItem item, Action action) {
        item.setMnemonicParsing(false); // names of components may have underscores
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.allowed(), action.blocked()));
        return item;
    }
}
