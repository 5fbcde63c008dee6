package dev.lamina.app.picture;

import dev.lamina.app.picture.Figure.Area;
import dev.lamina.app.picture.Figure.Stroke;
import dev.lamina.app.picture.Figure.Words;
import dev.lamina.app.picture.Layout.Spot;
import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws what components have to do with each other, as curves with a legend below.
final class LinkFigures {
    /// How much higher the legend makes a picture.
    static final double LEGEND = 26;

    private static final int[] COLOURS = {
        0x0969da, 0xcf222e, 0x1a7f37, 0xbf8700, 0x8250df, 0xbf3989, 0x1b7c83, 0xbc4c00, 0x57606a
    };
    private static final double WIDTH = 1.5;
    private static final double BESIDE = 12;
    private static final double BEND = 24;
    private static final double TIP = 5;
    private static final double SIZE = 11;

    private final Colours colours;
    private final List<Figure> figures;
    private final List<String> kinds;

    /// @param links that can be drawn
    LinkFigures(Colours colours, List<Link> links, List<Figure> figures) {
        this.colours = colours;
        this.figures = figures;
        this.kinds = links.stream().map(Link::kind).distinct().sorted().toList();
    }

    void draw(List<Link> links, Map<String, Spot> spots) {
        Map<String, Integer> same = new HashMap<>();
        for (Link link : links) {
            int nth = same.merge(link.from() + " " + link.to(), 1, Integer::sum) - 1;
            Optional<Spot> from = Optional.ofNullable(spots.get(link.from()));
            Optional<Spot> to = Optional.ofNullable(spots.get(link.to()));
            if (from.isPresent() && to.isPresent() && !link.from().equals(link.to())) {
                curve(from.get(), to.get(), nth, colour(link.kind()));
            }
        }
    }

    private Colour colour(String kind) {
        return new Colour(COLOURS[kinds.indexOf(kind) % COLOURS.length]);
    }

    private void curve(Spot from, Spot to, int nth, Colour colour) {
        double aside = nth % 2 == 0 ? nth / 2 * BESIDE : -(nth + 1) / 2 * BESIDE;
        double x = from.middleX() + aside;
        double endX = to.middleX() + aside;
        boolean down = to.y() >= from.bottom();
        boolean up = to.bottom() <= from.y();
        double y = down ? from.bottom() : from.y();
        double endY = up ? to.bottom() : to.y();
        // Within a row the curve goes over the cards.
        double bend = down || up ? Math.max(BEND, Math.abs(endY - y) / 2) : BEND + Math.abs(endX - x) / 12;
        double leaving = down ? y + bend : y - bend;
        double arriving = up ? endY + bend : endY - bend;
        figures.add(new Stroke(
                new Outline(List.of(new Move(x, y), new Curve(x, leaving, endX, arriving, endX, endY))),
                WIDTH,
                colour));
        double tip = up ? TIP : -TIP;
        figures.add(new Area(
                new Outline(List.of(
                        new Move(endX, endY),
                        new Line(endX - TIP * 0.7, endY + tip),
                        new Line(endX + TIP * 0.7, endY + tip),
                        new Close())),
                colour));
    }

    /// @param y of its line
    void legend(double y, double end) {
        double x = Layout.MARGIN;
        for (String kind : kinds) {
            double width = Lettering.width(kind, SIZE, false);
            if (x + 24 + width > end) {
                return;
            }
            Outline line = new Outline(List.of(new Move(x, y - 4), new Line(x + 16, y - 4)));
            figures.add(new Stroke(line, 2, colour(kind)));
            figures.add(new Words(kind, x + 22, y, SIZE, false, colours.muted()));
            x += 22 + width + 18;
        }
    }
}
