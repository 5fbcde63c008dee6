package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.Templates.Template;
import dev.lamina.app.picture.Sketch;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A template in the gallery: a small picture of its layers, what it is called, and what it is.
final class TemplateTile {
    private static final Texts TEXTS = Texts.of(TemplateTile.class);

    /// More would not fit beside each other.
    private static final int MOST = 6;

    private static final double ICON = 14;
    private static final double SMALL_ICON = 12;

    private final Template template;
    private final VBox picture = new VBox();
    private final Button button = new Button();

    TemplateTile(Template template, Runnable create) {
        this.template = template;
        picture.getStyleClass().add("sketch");
        Label name = new Label(template.title());
        name.getStyleClass().add("text-bold");
        name.setWrapText(true);
        Label about = new Label(template.about());
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().addAll("muted", "text-small");
        Label memory = new Label(TEXTS.get("start.memory", template.memory()), Icons.of("memory", SMALL_ICON));
        memory.getStyleClass().addAll("muted", "text-small");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox content = new VBox(4, picture, name, about, space, memory);
        button.setGraphic(content);
        button.getStyleClass().add("template-tile");
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        content.prefHeightProperty().bind(button.heightProperty().subtract(24));
        button.setAccessibleText(TEXTS.get("start.template", template.title(), template.about(), template.memory()));
        button.setOnAction(event -> create.run());
    }

    Template template() {
        return template;
    }

    Button node() {
        return button;
    }

    void show(Sketch sketch) {
        picture.getChildren()
                .setAll(sketch.layers().stream().map(TemplateTile::row).toList());
        String words = sketch.layers().stream()
                .map(layer -> layer.key() + ": "
                        + layer.items().stream().map(Sketch.Item::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleHelp(words);
    }

    private static Node row(Sketch.Layer layer) {
        HBox row = new HBox();
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("sketch-row", "lane-" + layer.key());
        row.setFillHeight(false);
        VBox.setVgrow(row, Priority.ALWAYS);
        List<Sketch.Item> items = layer.items();
        int shown = items.size() > MOST ? MOST - 1 : items.size();
        items.stream().limit(shown).map(item -> card(item.icon())).forEach(row.getChildren()::add);
        if (shown < items.size()) {
            Label more = new Label("+" + (items.size() - shown));
            more.getStyleClass().addAll("muted", "text-small");
            row.getChildren().add(more);
        }
        return row;
    }

    private static Node card(String icon) {
        StackPane card = new StackPane(Icons.of(icon, ICON));
        card.getStyleClass().add("sketch-card");
        return card;
    }
}
