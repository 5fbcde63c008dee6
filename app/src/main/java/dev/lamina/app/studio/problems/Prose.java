package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.app.studio.base.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Paragraphs, headings and pieces of documents, one below the other.
final class Prose {
    private static final Texts TEXTS = Texts.of(Prose.class);
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

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

    /// A source. Addresses are copied, as the window opens no other programs.
    Prose source(String text, ClipboardText clipboard) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.find()) {
            return add(text, "prose-source");
        }
        String link = address.group();
        Hyperlink label = new Hyperlink(text);
        label.getStyleClass().add("prose-source");
        label.setAccessibleText(TEXTS.get("explain.copyAddress", link));
        Tooltip help = new Tooltip(TEXTS.get("explain.copyAddress", link));
        label.setTooltip(help);
        label.setOnAction(event -> {
            clipboard.put(link);
            label.setVisited(false);
            help.setText(TEXTS.get("explain.copied", link));
        });
        label.setWrapText(true);
        box.getChildren().add(label);
        return this;
    }

    private Prose add(String text, String style) {
        Labeled label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        box.getChildren().add(label);
        return this;
    }
}
