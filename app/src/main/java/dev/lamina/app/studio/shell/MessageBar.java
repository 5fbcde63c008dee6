package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Icons;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// A line above the document that says what just went wrong, until it is closed or something else happens.
final class MessageBar {
    private static final Texts TEXTS = Texts.of(MessageBar.class);

    private final Label words = new Label();
    private final HBox bar = new HBox(8);
    private Subscription source = Subscription.EMPTY;

    MessageBar() {
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        bar.getChildren()
                .addAll(
                        Icons.of("warning", 16),
                        words,
                        IconButton.of("close", 14, TEXTS.get("message.close"), this::hide));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("message-bar");
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.managedProperty().bind(bar.visibleProperty());
        hide();
    }

    Node node() {
        return bar;
    }

    /// @param message shown while it is not empty
    void follow(ObservableValue<String> message) {
        source.unsubscribe();
        source = message.subscribe(text -> {
            if (text.isEmpty()) {
                hide();
            } else {
                show(text);
            }
        });
    }

    void show(String text) {
        words.setText(text);
        bar.setAccessibleText(text);
        bar.setVisible(true);
    }

    private void hide() {
        bar.setVisible(false);
    }
}
