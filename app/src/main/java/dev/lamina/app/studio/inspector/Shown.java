package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.look.Labels;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Small things that all parts of the form do with nodes.
final class Shown {
    private Shown() {}

    /// A node that takes no room while it is not shown.
    static <T extends Node> T when(T node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /// A text that goes on in the next line, as wide as the form.
    static Label wrapped(String text, String... styles) {
        Label label = Labels.wrapped(text, styles);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /// A text in which words between backticks are shown as they are written in documents.
    static Region rich(String text, String... styles) {
        if (text.indexOf('`') < 0) {
            return wrapped(text, styles);
        }
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("inspector-rich");
        flow.getStyleClass().addAll(styles);
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            Text part = new Text(parts[i]);
            part.getStyleClass().add(i % 2 == 0 ? "inspector-word" : "inspector-code");
            flow.getChildren().add(part);
        }
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(plain(text));
        flow.setMinHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    /// Without backticks.
    static String plain(String text) {
        return text.replace("`", "");
    }

    /// A button whose text is somebody's words, in which `_` is no key.
    static <T extends ButtonBase> T verbatim(T button) {
        button.setMnemonicParsing(false);
        return button;
    }

    /// A link that goes on in the next line.
    static Hyperlink link(String text, Runnable task) {
        Hyperlink link = verbatim(new Hyperlink(text));
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            task.run();
        });
        return link;
    }
}
