package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.SourceLink;
import dev.lamina.app.studio.look.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Paragraphs, headings and pieces of documents, one below the other.
final class Prose {
    private final VBox box = new VBox();

    Prose() {
        box.getStyleClass().add("prose");
    }

    VBox node() {
        return box;
    }

    Prose heading(String text) {
        return add(text, "prose-heading");
    }

    Prose paragraph(String text) {
        return text.isBlank() ? this : add(text.replace("`", ""), "prose-text");
    }

    Prose muted(String text) {
        return add(text, "muted");
    }

    /// A piece of a document.
    Prose code(String text, String kind) {
        Label label = new Label(text);
        label.getStyleClass().addAll("prose-code", "mono", kind);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        box.getChildren().add(label);
        return this;
    }

    /// Where something is known from.
    Prose source(String text) {
        box.getChildren().add(SourceLink.of(text, "prose-source"));
        return this;
    }

    private Prose add(String text, String style) {
        box.getChildren().add(Labels.wrapped(text, style));
        return this;
    }
}
