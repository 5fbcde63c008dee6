package dev.lamina.app.studio.build;

import dev.lamina.app.studio.build.Treemap.Tile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Draws a treemap.
///
/// @param numbers of the components' colours
/// @param duplicated paths of files that are there several times
record TreemapPainter(
        GraphicsContext graphics, TreemapColours colours, ComponentColours numbers, Set<String> duplicated, Font font) {
    /// How much colour directories and files have.
    private static final double GROUP = 0.22;
    private static final double CLOSED = 0.5;
    private static final double FILE = 0.72;
    private static final double REST = 0.1;
    private static final double PADDING = 5;
    private static final double HATCH = 7;
    private static final double LINE = 1.35;

    void paint(List<Tile> tiles, Box area) {
        graphics.setFont(font);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(colours.ground());
        graphics.fillRect(area.x(), area.y(), area.width(), area.height());
        Ellipsis ellipsis = new Ellipsis(font);
        for (Tile tile : tiles) {
            fill(tile);
            if (!tile.isRest()) {
                words(tile, ellipsis);
            }
        }
    }

    private void fill(Tile tile) {
        Box box = tile.box();
        graphics.setFill(colour(tile));
        graphics.fillRect(box.x() + 0.5, box.y() + 0.5, Math.max(1, box.width() - 1), Math.max(1, box.height() - 1));
        if (!tile.isRest() && duplicated.contains(tile.node().path())) {
            hatch(box, TreemapColours.on(colour(tile)));
        }
    }

    private Color colour(Tile tile) {
        double strength =
                tile.isRest() ? REST : tile.open() ? GROUP : tile.node().isFile() ? FILE : CLOSED;
        return colours.component(numbers.number(tile.component()), strength);
    }

    private void hatch(Box box, Color colour) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
        graphics.clip();
        graphics.setStroke(colour);
        graphics.setGlobalAlpha(0.35);
        graphics.setLineWidth(1);
        double first = Math.floor((box.x() + box.y()) / HATCH) * HATCH;
        for (double at = first; at < box.x() + box.y() + box.width() + box.height(); at += HATCH) {
            graphics.strokeLine(at - box.y(), box.y(), at - box.y() - box.height(), box.y() + box.height());
        }
        graphics.restore();
    }

    private void words(Tile tile, Ellipsis ellipsis) {
        Box box = tile.box();
        double line = font.getSize() * LINE;
        double room = box.width() - 2 * PADDING;
        if (room < font.getSize() || box.height() < line + 2) {
            return;
        }
        Color ground = colour(tile);
        graphics.setFill(TreemapColours.on(ground));
        double top = box.y() + 3;
        String size = Amounts.bytes(tile.node().stored());
        double sizeWidth = ellipsis.width(size);
        String label = ellipsis.fit(tile.label(), tile.open() ? room - sizeWidth - 2 * PADDING : room);
        boolean alone = tile.open() && label.isEmpty();
        write(alone ? ellipsis.fit(tile.label(), room) : label, box.x() + PADDING, top, ground, tile, ellipsis);
        if (tile.open() && !alone) {
            write(size, box.x() + box.width() - PADDING - sizeWidth, top, ground, tile, ellipsis);
        } else if (!tile.open() && box.height() >= 2 * line + 4 && sizeWidth <= room && !label.isEmpty()) {
            write(size, box.x() + PADDING, top + line, ground, tile, ellipsis);
        }
    }

    /// Words on a hatched ground have a plain one of their own.
    private void write(String words, double x, double y, Color ground, Tile tile, Ellipsis ellipsis) {
        if (!words.isEmpty() && duplicated.contains(tile.node().path())) {
            graphics.setFill(ground);
            double width = Math.min(ellipsis.width(words), tile.box().width() - PADDING);
            graphics.fillRect(x - 1, y, width + 2, font.getSize() * LINE - 1);
            graphics.setFill(TreemapColours.on(ground));
        }
        graphics.fillText(words, x, y);
    }

    /// Marks a part.
    void frame(Optional<Tile> tile, Color colour, double width) {
        tile.ifPresent(marked -> {
            Box box = marked.box();
            graphics.setStroke(colour);
            graphics.setLineWidth(width);
            graphics.strokeRect(
                    box.x() + width / 2,
                    box.y() + width / 2,
                    Math.max(1, box.width() - width),
                    Math.max(1, box.height() - width));
        });
    }
}
