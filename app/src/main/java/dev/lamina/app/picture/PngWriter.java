package dev.lamina.app.picture;

import dev.lamina.app.picture.Figure.Area;
import dev.lamina.app.picture.Figure.Box;
import dev.lamina.app.picture.Figure.Stroke;
import dev.lamina.app.picture.Figure.Words;
import java.util.ArrayList;
import java.util.List;

/// A drawing as pixels, twice as many as it has units. No font, graphics library or compressor of the
/// computer has a part in it, as each has its own idea of the last bit.
final class PngWriter {
    private static final double SCALE = 2;

    /// What is larger gets fewer pixels for each unit.
    private static final double MOST_PIXELS = 16_000_000;

    /// Of letters, in parts of their size.
    private static final double STEM = 0.082;

    private static final double BOLD_STEM = 0.125;

    private final double scale;
    private final Pixels pixels;
    private final Letters letters = new Letters();

    private PngWriter(Drawing drawing) {
        double area = drawing.width() * drawing.height();
        this.scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / area));
        this.pixels = new Pixels(
                (int) Math.ceil(drawing.width() * scale),
                (int) Math.ceil(drawing.height() * scale),
                drawing.colours().paper());
    }

    static byte[] write(Drawing drawing) {
        PngWriter writer = new PngWriter(drawing);
        drawing.figures().forEach(writer::draw);
        return PngFile.of(writer.pixels);
    }

    private void draw(Figure figure) {
        switch (figure) {
            case Box box -> box(box);
            case Stroke(Outline outline, double width, Colour colour) ->
                pixels.paint(Flattening.stroke(scaled(outline), width * scale), colour);
            case Area(Outline outline, Colour colour) -> pixels.paint(Flattening.lines(scaled(outline)), colour);
            case Words words -> {
                double stem = words.size() * (words.bold() ? BOLD_STEM : STEM);
                List<double[]> strokes = new ArrayList<>();
                letters.of(words).forEach(line -> strokes.addAll(Flattening.stroke(scaled(line), stem * scale)));
                pixels.paint(strokes, words.colour());
            }
        }
    }

    private void box(Box box) {
        box.ground().ifPresent(colour -> pixels.paint(Flattening.lines(scaled(box.outline())), colour));
        box.edge().ifPresent(colour -> pixels.paint(Flattening.stroke(scaled(box.outline()), scale), colour));
    }

    private Outline scaled(Outline outline) {
        return outline.placed(0, 0, scale, scale);
    }
}
