package dev.lamina.app.studio.console;

import dev.lamina.app.studio.console.Look.Caret;
import dev.lamina.vmlaunch.screen.Cursor;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Paints a screen on a canvas: only the lines that look otherwise than they did.
final class ScreenPainter {
    /// Around the text.
    static final double MARGIN = 6;

    private final Canvas canvas;
    private final GraphicsContext pen;
    private final CellFont font;
    private final Inks inks;
    private final RowPainter rows;
    private final List<Look> painted = new ArrayList<>();
    private int columns;

    ScreenPainter(Canvas canvas, CellFont font, Palette palette) {
        this.canvas = canvas;
        this.pen = canvas.getGraphicsContext2D();
        this.font = font;
        this.inks = new Inks(palette);
        this.rows = new RowPainter(pen, font);
    }

    CellFont font() {
        return font;
    }

    Palette palette() {
        return inks.palette();
    }

    /// Nothing on the canvas is as it was.
    void forget() {
        painted.clear();
        pen.setFill(rows.colour(palette().background()));
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    /// @param left where the first column begins
    /// @return how many lines were painted
    int paint(List<Look> looks, int columns, double left) {
        if (this.columns != columns) {
            this.columns = columns;
            forget();
        }
        int count = 0;
        for (int i = 0; i < Math.max(looks.size(), painted.size()); i++) {
            if (i >= looks.size()) {
                clear(i);
            } else if (i >= painted.size() || !painted.get(i).equals(looks.get(i))) {
                paint(looks.get(i), i, left);
                count++;
            }
        }
        painted.clear();
        painted.addAll(looks);
        return count;
    }

    private double top(int row) {
        return MARGIN + row * font.height();
    }

    private void clear(int row) {
        pen.setFill(rows.colour(palette().background()));
        pen.fillRect(0, top(row), canvas.getWidth(), font.height());
    }

    private void paint(Look look, int row, double left) {
        clear(row);
        double top = top(row);
        if (!look.gutter().isBlank()) {
            pen.setFill(rows.colour(palette().muted()));
            pen.setFont(font.regular());
            pen.fillText(look.gutter(), MARGIN, top + font.baseline());
        }
        List<Piece> pieces = RowPlan.of(look.line(), columns, look.marks(), inks, font::fits, look.reverse());
        rows.paint(pieces, left, top, palette().background());
        look.cursor().ifPresent(caret -> paint(caret, left + caret.column() * font.width(), top));
    }

    private void paint(Caret caret, double x, double top) {
        Color colour = rows.colour(palette().cursor());
        double width = caret.cells() * font.width();
        double thick = Math.max(2 * font.pixel(), Math.rint(font.height() / 10));
        pen.setFill(colour);
        if (caret.hollow()) {
            pen.setStroke(colour);
            pen.setLineWidth(1);
            pen.strokeRect(x + 0.5, top + 0.5, width - 1, font.height() - 1);
        } else if (caret.shape() == Cursor.Shape.UNDERLINE) {
            pen.fillRect(x, top + font.height() - thick, width, thick);
        } else {
            pen.fillRect(x, top, thick, font.height());
        }
    }
}
