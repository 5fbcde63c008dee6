package dev.lamina.app.studio.console;

import dev.lamina.app.studio.console.CellShape.Bend;
import dev.lamina.app.studio.console.CellShape.Box;
import dev.lamina.app.studio.console.CellShape.Slant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints lines, piece by piece.
final class RowPainter {
    private static final int MOST_COLOURS = 4096;

    private final GraphicsContext canvas;
    private final CellFont font;
    private final Map<Integer, Color> colours = new HashMap<>();

    RowPainter(GraphicsContext canvas, CellFont font) {
        this.canvas = canvas;
        this.font = font;
    }

    /// @param left where the first column begins
    /// @param ground what is behind the line already
    void paint(List<Piece> pieces, double left, double top, int ground) {
        for (Piece piece : pieces) {
            if (piece.ink().ground() != ground) {
                fill(piece.ink().ground(), left, top, piece.column(), piece.cells());
            }
        }
        boolean fitted = pieces.stream().anyMatch(piece -> piece.kind() == Piece.Kind.FITTED);
        if (fitted) {
            clip(left, top, pieces.getLast());
        }
        pieces.forEach(piece -> paint(piece, left + piece.column() * font.width(), top));
        if (fitted) {
            canvas.restore();
        }
    }

    /// Marks may be piled up on a character: they must not reach other lines.
    private void clip(double left, double top, Piece last) {
        canvas.save();
        canvas.beginPath();
        canvas.rect(left, top, (last.column() + last.cells()) * font.width(), font.height());
        canvas.clip();
    }

    private void fill(int colour, double left, double top, int column, int cells) {
        canvas.setFill(colour(colour));
        canvas.fillRect(left + column * font.width(), top, cells * font.width(), font.height());
    }

    private void paint(Piece piece, double x, double top) {
        switch (piece.kind()) {
            case BLANK -> {}
            case TEXT -> {
                pen(piece.ink());
                canvas.fillText(piece.text(), x, top + font.baseline());
                lines(piece, x, top);
            }
            case FITTED -> {
                pen(piece.ink());
                canvas.fillText(piece.text(), x, top + font.baseline(), piece.cells() * font.width());
                lines(piece, x, top);
            }
            case SHAPE ->
                font.shapes()
                        .of(piece.text().codePointAt(0))
                        .forEach(shape -> draw(shape, colour(piece.ink().exact()), x, top));
        }
    }

    private void pen(Ink ink) {
        canvas.setFill(colour(ink.text()));
        canvas.setFont(font.of(ink));
    }

    private void lines(Piece piece, double x, double top) {
        double thick = Math.max(font.pixel(), Math.rint(font.height() / 16));
        if (piece.ink().underline()) {
            canvas.fillRect(x, top + font.baseline() + thick, piece.cells() * font.width(), thick);
        }
        if (piece.ink().strike()) {
            canvas.fillRect(x, top + Math.round(font.baseline() * 0.66), piece.cells() * font.width(), thick);
        }
    }

    private void draw(CellShape shape, Color colour, double x, double top) {
        double pixel = font.pixel();
        switch (shape) {
            case Box(int left, int up, int width, int height, double strength) -> {
                canvas.setFill(strength == 1 ? colour : colour.deriveColor(0, 1, 1, strength));
                canvas.fillRect(x + left * pixel, top + up * pixel, width * pixel, height * pixel);
            }
            case Slant(double x1, double y1, double x2, double y2, double thick) -> {
                stroke(colour, thick * pixel);
                canvas.strokeLine(x + x1 * pixel, top + y1 * pixel, x + x2 * pixel, top + y2 * pixel);
            }
            case Bend(double x1, double y1, double cornerX, double cornerY, double x2, double y2, double thick) -> {
                stroke(colour, thick * pixel);
                canvas.beginPath();
                canvas.moveTo(x + x1 * pixel, top + y1 * pixel);
                double radius = Math.min(Math.abs(x2 - cornerX), Math.abs(y1 - cornerY));
                canvas.arcTo(
                        x + cornerX * pixel, top + cornerY * pixel, x + x2 * pixel, top + y2 * pixel, radius * pixel);
                canvas.lineTo(x + x2 * pixel, top + y2 * pixel);
                canvas.stroke();
            }
        }
    }

    private void stroke(Color colour, double thick) {
        canvas.setStroke(colour);
        canvas.setLineWidth(thick);
    }

    Color colour(int rgb) {
        if (colours.size() >= MOST_COLOURS) {
            colours.clear();
        }
        return colours.computeIfAbsent(rgb, key -> Color.rgb(key >> 16 & 0xff, key >> 8 & 0xff, key & 0xff));
    }
}
