package dev.lamina.app.studio.console;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ExplainedButton;
import dev.lamina.app.studio.look.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

/// Actions as buttons and in menus.
final class ConsoleButton {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private ConsoleButton() {}

    /// @param then done after it, e.g. gives the keyboard back
    static StackPane of(Action action, Runnable then) {
        return ExplainedButton.icon(action.then(then), 16, "small", "console-button");
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
