package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.build.Treemap.Tile;
import dev.lamina.assembler.size.SizeTree;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/// The directory that is shown as a picture: each part as large as its bytes. A click or Enter goes in, Backspace goes
/// out, arrows go from one to the next.
final class TreemapView {
    private static final Texts TEXTS = Texts.of(TreemapView.class);
    private static final Duration SOON = Duration.millis(250);
    private static final double LEAST = 20;

    /// The height of a name, in letters.
    private static final double HEADER = 1.6;

    private final SizesModel model;
    private final TileWords words;
    private final Canvas canvas = new Canvas();
    /// Above the picture, so that marking something does not draw everything anew.
    private final Canvas marks = new Canvas();

    private final Label measure = new Label("X");
    private final Pane pane = new Pane(canvas, marks, measure);
    private final Tooltip tooltip = new Tooltip();
    private final TreemapColours colours;
    private final AnimationTimer painting = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            paint();
        }
    };
    private Treemap map = new Treemap(List.of());
    private Optional<Tile> hovered = Optional.empty();

    TreemapView(SizesModel model) {
        this.model = model;
        this.words = new TileWords(model);
        this.colours = new TreemapColours(pane, painting::start);
        measure.setVisible(false);
        measure.getStyleClass().add("treemap-text");
        pane.getStyleClass().add("treemap");
        pane.setFocusTraversable(true);
        pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        pane.setAccessibleHelp(TEXTS.get("treemap.help"));
        pane.setMinSize(0, 0);
        for (var size : List.of(pane.widthProperty(), pane.heightProperty())) {
            size.subscribe(painting::start);
        }
        measure.fontProperty().subscribe(painting::start);
        model.trail().subscribe(painting::start);
        model.selected().subscribe(now -> selected());
        pane.focusedProperty().subscribe(this::mark);
        tooltip.setShowDelay(SOON);
        Tooltip.install(pane, tooltip);
        mouse();
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    Pane node() {
        return pane;
    }

    Treemap map() {
        return map;
    }

    private void mouse() {
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(map.at(event.getX(), event.getY())));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(Optional.empty()));
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            pane.requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                map.at(event.getX(), event.getY()).ifPresent(tile -> click(tile, event));
            } else if (event.getButton() == MouseButton.BACK) {
                model.out();
            }
        });
    }

    private void hover(Optional<Tile> tile) {
        if (!tile.equals(hovered)) {
            hovered = tile;
            tooltip.hide();
            tooltip.setText(tile.map(words::of).orElse(""));
            mark();
        }
    }

    /// Into the directory that was hit by its name; otherwise one step towards what was hit.
    private void click(Tile tile, MouseEvent event) {
        if (tile.isDirectory()) {
            model.into(tile.node());
        } else if (tile.depth() > 0) {
            map.tiles().stream()
                    .filter(outer -> outer.depth() == 0 && outer.box().contains(event.getX(), event.getY()))
                    .findFirst()
                    .ifPresent(outer -> model.into(outer.node()));
        } else if (!tile.isRest()) {
            model.select(Optional.of(tile.node()));
        }
    }

    private void key(KeyEvent event) {
        Neighbours neighbours = new Neighbours(map.tiles());
        Optional<Tile> from = tile(model.selected().get());
        boolean mine = true;
        switch (event.getCode()) {
            case LEFT -> go(neighbours.next(from, -1, 0));
            case RIGHT -> go(neighbours.next(from, 1, 0));
            case UP -> go(neighbours.next(from, 0, -1));
            case DOWN -> go(neighbours.next(from, 0, 1));
            case ENTER, SPACE -> from.filter(Tile::isDirectory).ifPresent(tile -> model.into(tile.node()));
            case BACK_SPACE, ESCAPE -> {
                mine = model.trail().get().size() > 1;
                model.out();
            }
            case HOME -> model.outTo(0);
            default -> mine = false;
        }
        if (mine) {
            event.consume();
        }
    }

    private void go(Optional<Tile> tile) {
        tile.ifPresent(there -> model.select(Optional.of(there.node())));
    }

    /// Of the selected part; for a chain of directories that are shown as one, the one that stands for them.
    private Optional<Tile> tile(Optional<SizeTree> node) {
        return node.flatMap(wanted -> map.tiles().stream()
                .filter(tile -> !tile.isRest() && Treemap.passes(wanted, tile.node()))
                .findFirst());
    }

    private void selected() {
        pane.setAccessibleText(model.selected().get().map(words::of).orElseGet(() -> TEXTS.get("treemap")));
        mark();
    }

    private void paint() {
        double width = Math.floor(pane.getWidth());
        double height = Math.floor(pane.getHeight());
        Optional<SystemSizes> sizes = model.sizes().get();
        boolean shown = sizes.isPresent() && !model.trail().get().isEmpty() && Math.min(width, height) >= LEAST;
        for (Canvas each : List.of(canvas, marks)) {
            each.setWidth(shown ? width : 0);
            each.setHeight(shown ? height : 0);
        }
        map = new Treemap(List.of());
        if (shown) {
            Box area = new Box(0, 0, width, height);
            double header = Math.ceil(measure.getFont().getSize() * HEADER);
            map = Treemap.of(model.trail().get().getLast(), model.component(), area, header);
            painter(canvas, sizes.get()).paint(map.tiles(), area);
        }
        hovered = hovered.filter(map.tiles()::contains);
        mark();
    }

    private TreemapPainter painter(Canvas target, SystemSizes sizes) {
        return new TreemapPainter(
                target.getGraphicsContext2D(),
                colours,
                ComponentColours.of(sizes.tree()),
                sizes.duplicated(),
                measure.getFont());
    }

    private void mark() {
        marks.getGraphicsContext2D().clearRect(0, 0, marks.getWidth(), marks.getHeight());
        model.sizes().get().ifPresent(sizes -> {
            TreemapPainter painter = painter(marks, sizes);
            painter.frame(hovered, colours.text(), 1);
            painter.frame(tile(model.selected().get()), colours.selected(), 3);
        });
    }
}
