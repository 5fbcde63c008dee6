package dev.lamina.app.studio.console;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// Actions as buttons and in menus.
final class ConsoleButton {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private ConsoleButton() {}

    /// @param then done after it, e.g. gives the keyboard back
    static StackPane of(Action action, Runnable then) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "button-icon", "small", "console-button");
        action.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon, 16)));
        button.accessibleTextProperty().bind(action.label());
        button.setOnAction(event -> {
            action.run();
            then.run();
        });
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.allowed(), action.blocked()));
        String key = action.key().isPresent() ? " (" + action.keyName() + ")" : "";
        Tooltip help = new Tooltip();
        help.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> action.label().getValue()
                                + (action.allowed()
                                        ? key
                                        : ": " + action.blocked().getValue()),
                        action.label(),
                        action.blocked()));
        StackPane holder = new StackPane(button); // a disabled button has no tooltip
        Tooltip.install(holder, help);
        return holder;
    }

    /// A button that shows whether something is so.
    static StackPane of(Action action, Runnable then, BooleanProperty on) {
        StackPane holder = of(action, then);
        on.subscribe(now -> holder.getChildren().getFirst().pseudoClassStateChanged(ON, now));
        return holder;
    }

    static MenuItem item(Action action) {
        String why = action.blocked().getValue();
        String label = action.label().getValue();
        MenuItem item = new MenuItem(why.isEmpty() ? label : label + "  (" + why + ")");
        action.icon().ifPresent(name -> item.setGraphic(Icons.of(name, 16)));
        action.key().ifPresent(item::setAccelerator);
        item.setDisable(!why.isEmpty());
        item.setOnAction(event -> action.run());
        return item;
    }
}
