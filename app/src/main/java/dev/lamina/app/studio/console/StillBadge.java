package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// Over the screen while it stands still: how many lines came meanwhile. A click goes to the end.
final class StillBadge {
    private static final Texts TEXTS = Texts.of(StillBadge.class);

    private final Button button = new Button();

    StillBadge(ConsoleViewModel console, Runnable then) {
        Viewing viewing = console.viewing();
        button.setGraphic(Icons.of("down", 14));
        button.getStyleClass().addAll("small", "console-badge");
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> TEXTS.get(
                                viewing.paused().get() ? "still.paused" : "still.scrolled",
                                viewing.arrived().get()),
                        viewing.paused(),
                        viewing.arrived()));
        button.visibleProperty().bind(viewing.paused().or(viewing.following().not()));
        button.setOnAction(event -> {
            console.jumpToEnd();
            then.run();
        });
    }

    Node node() {
        return button;
    }
}
