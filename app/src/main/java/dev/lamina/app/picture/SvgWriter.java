package dev.lamina.app.picture;

import dev.lamina.app.picture.Figure.Area;
import dev.lamina.app.picture.Figure.Box;
import dev.lamina.app.picture.Figure.Stroke;
import dev.lamina.app.picture.Figure.Words;
import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// A drawing as SVG 1.1 with real text. Nothing in it refers to anything outside, and there are no scripts.
final class SvgWriter {
    /// The others have the widths of Helvetica.
    private static final String FONTS = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif";

    private final StringBuilder out = new StringBuilder();

    private SvgWriter() {}

    static byte[] write(Drawing drawing) {
        return new SvgWriter().all(drawing).getBytes(StandardCharsets.UTF_8);
    }

    private String all(Drawing drawing) {
        String width = Numbers.text(drawing.width());
        String height = Numbers.text(drawing.height());
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"" + FONTS + "\" role=\"img\">");
        line("<title>" + escaped(drawing.title()) + "</title>");
        line("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\""
                + drawing.colours().paper().hex() + "\"/>");
        for (Figure figure : drawing.figures()) {
            switch (figure) {
                case Box box -> box(box);
                case Stroke stroke ->
                    line("<path d=\"" + data(stroke.outline()) + "\" fill=\"none\" stroke=\""
                            + stroke.colour().hex() + "\" stroke-width=\"" + Numbers.text(stroke.width())
                            + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>");
                case Area area ->
                    line("<path d=\"" + data(area.outline()) + "\" fill=\""
                            + area.colour().hex() + "\"/>");
                case Words words -> words(words);
            }
        }
        line("</svg>");
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void box(Box box) {
        line("<rect x=\"" + Numbers.text(box.x()) + "\" y=\"" + Numbers.text(box.y()) + "\" width=\""
                + Numbers.text(box.width()) + "\" height=\"" + Numbers.text(box.height()) + "\" rx=\""
                + Numbers.text(box.radius()) + "\" fill=\""
                + box.ground().map(Colour::hex).orElse("none") + "\""
                + box.edge().map(edge -> " stroke=\"" + edge.hex() + "\"").orElse("") + "/>");
    }

    /// Where the width is known, readers with other fonts make the text as wide as it is meant to be.
    private void words(Words words) {
        String fitted = Lettering.measured(words.text())
                ? "\" textLength=\"" + Numbers.text(words.width()) + "\" lengthAdjust=\"spacingAndGlyphs\">"
                : "\">";
        line("<text x=\"" + Numbers.text(words.x()) + "\" y=\"" + Numbers.text(words.y()) + "\" font-size=\""
                + Numbers.text(words.size()) + "\"" + (words.bold() ? " font-weight=\"bold\"" : "") + " fill=\""
                + words.colour().hex() + fitted + escaped(words.text()) + "</text>");
    }

    private static String data(Outline outline) {
        return outline.segments().stream()
                .map(segment -> switch (segment) {
                    case Move(double x, double y) -> "M" + point(x, y);
                    case Line(double x, double y) -> "L" + point(x, y);
                    case Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                        "C" + point(x1, y1) + " " + point(x2, y2) + " " + point(x, y);
                    case Close() -> "Z";
                })
                .collect(Collectors.joining());
    }

    private static String point(double x, double y) {
        return Numbers.text(x) + " " + Numbers.text(y);
    }

    /// What XML cannot hold was left out by [Lettering#line].
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
