package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.Templates.Template;
import dev.lamina.app.picture.Sketch;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.StartViewModel;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// The templates as tiles, with a field to look for some of them. Down and Enter in the field lead to the
/// first tile; arrows go from tile to tile.
final class Gallery {
    private static final Texts TEXTS = Texts.of(Gallery.class);

    private final List<TemplateTile> all;
    private final TilePane tiles = new TilePane();
    private final TextField search = new TextField();
    private final Label none = new Label(TEXTS.get("start.noTemplate"));
    private final VBox node;
    private final Consumer<Node> reveal;

    /// @param reveal brings a tile into view
    Gallery(StartViewModel start, Consumer<Node> reveal) {
        this.reveal = reveal;
        this.all = start.templates().stream()
                .map(template -> new TemplateTile(template, () -> start.create(template)))
                .toList();
        search.setPromptText(TEXTS.get("start.search"));
        search.setAccessibleText(TEXTS.get("start.search"));
        search.textProperty().bindBidirectional(start.query());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        search.getStyleClass().add("gallery-search");
        tiles.getStyleClass().add("gallery");
        tiles.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        none.getStyleClass().add("muted");
        Label title = new Label(TEXTS.get("start.templates"));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, title, space, Icons.of("search", 14), search);
        head.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(10, head, tiles);
        start.found().subscribe(this::show);
        start.sketches().addListener((MapChangeListener<String, Sketch>)
                change -> tile(change.getKey()).ifPresent(tile -> tile.show(change.getValueAdded())));
    }

    Node node() {
        return node;
    }

    private Optional<TemplateTile> tile(String name) {
        return all.stream().filter(tile -> tile.template().name().equals(name)).findFirst();
    }

    private void show(List<Template> found) {
        tiles.getChildren()
                .setAll(all.stream()
                        .filter(tile -> found.contains(tile.template()))
                        .map(TemplateTile::node)
                        .toList());
        node.getChildren().remove(none);
        if (found.isEmpty()) {
            node.getChildren().add(none);
        }
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            tiles.getChildren().stream().findFirst().ifPresent(this::focus);
            event.consume();
        }
    }

    /// Left and right also lead to the row before or behind.
    private void step(KeyEvent event) {
        List<Node> nodes = tiles.getChildren();
        int at = nodes.indexOf(tiles.getScene().getFocusOwner());
        int columns = Math.max(1, columns(nodes));
        int to = at
                + switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -columns;
                    case DOWN -> columns;
                    case null, default -> 0;
                };
        if (at < 0 || to == at) {
            return;
        }
        if (to < 0 && event.getCode() == KeyCode.UP) {
            focus(search);
            event.consume();
        } else if (to >= 0 && to < nodes.size()) {
            focus(nodes.get(to));
            event.consume();
        }
    }

    private void focus(Node wanted) {
        wanted.requestFocus();
        reveal.accept(wanted);
    }

    /// How many tiles are in the first row.
    private static int columns(List<Node> nodes) {
        return (int) nodes.stream()
                .filter(node -> node.getLayoutY() == nodes.getFirst().getLayoutY())
                .count();
    }
}
