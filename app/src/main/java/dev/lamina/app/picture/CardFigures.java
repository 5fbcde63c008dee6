package dev.lamina.app.picture;

import dev.lamina.app.picture.Card.Badge;
import dev.lamina.app.picture.Colours.Tone;
import dev.lamina.app.picture.Figure.Area;
import dev.lamina.app.picture.Figure.Box;
import dev.lamina.app.picture.Figure.Stroke;
import dev.lamina.app.picture.Figure.Words;
import dev.lamina.app.picture.Layout.Spot;
import java.util.List;
import java.util.Optional;

/// Draws one card.
final class CardFigures {
    private static final double LEFT = 13;
    private static final double RIGHT = 8;
    private static final double STRIPE = 5;
    private static final double RADIUS = 6;
    private static final double TITLE = 13;
    private static final double DETAIL = 11;
    private static final double BADGE = 10;
    private static final double BADGE_HEIGHT = 15;
    private static final double BADGE_TOP = 46;
    private static final double ICON = 16;
    private static final double METER = 24;

    private final Colours colours;
    private final Icons icons;
    private final List<Figure> figures;

    /// @param figures get what is drawn
    CardFigures(Colours colours, Icons icons, List<Figure> figures) {
        this.colours = colours;
        this.icons = icons;
        this.figures = figures;
    }

    /// @param number in the corner, when the order matters
    void draw(Card card, Spot spot, Colour stripe, Optional<Integer> number) {
        double x = spot.x();
        double y = spot.y();
        figures.add(new Box(
                x, y, spot.width(), spot.height(), RADIUS, Optional.of(colours.paper()), Optional.of(colours.edge())));
        figures.add(new Area(Outline.leftEnd(x + 0.5, y + 0.5, STRIPE, spot.height() - 1), stripe));
        icon(card.icon(), x + LEFT, y + 8, ICON);
        double end = x + spot.width() - RIGHT;
        double corner = number.map(index -> corner(index, end, y)).orElse(end);
        words(card.title(), x + 35, y + 21, TITLE, true, colours.words(), corner);
        words(card.detail(), x + LEFT, y + 38, DETAIL, false, colours.muted(), end);
        double meter = card.exposed().map(exposed -> meter(exposed, end, y)).orElse(end);
        badges(card.badges(), x + LEFT, y + BADGE_TOP, meter);
    }

    void icon(String name, double x, double y, double size) {
        double scale = size / Icons.FIELD;
        icons.outline(name)
                .map(outline -> outline.placed(x, y, scale, scale))
                .ifPresent(outline -> figures.add(new Stroke(outline, 2 * scale, colours.words())));
    }

    private void words(String text, double x, double y, double size, boolean bold, Colour colour, double end) {
        String fitting = Lettering.fit(text, size, bold, end - x);
        if (!fitting.isEmpty()) {
            figures.add(new Words(fitting, x, y, size, bold, colour));
        }
    }

    /// @return where it begins
    private double corner(int number, double end, double y) {
        String text = String.valueOf(number);
        double left = end - Lettering.width(text, BADGE, false);
        figures.add(new Words(text, left, y + 20, BADGE, false, colours.muted()));
        return left - 4;
    }

    /// @return where it begins
    private double meter(Card.Exposed exposed, double end, double y) {
        double number = end - Lettering.width(exposed.text(), BADGE, false);
        figures.add(new Words(exposed.text(), number, y + BADGE_TOP + 11, BADGE, false, colours.muted()));
        double left = number - 4 - METER;
        double top = y + BADGE_TOP + 5.5;
        figures.add(Box.filled(left, top, METER, 4, 2, colours.edge()));
        double full = Math.max(4, METER * exposed.fraction());
        figures.add(Box.filled(left, top, full, 4, 2, colours.tone(exposed.tone())));
        return left - 4;
    }

    private void badges(List<Badge> badges, double start, double y, double end) {
        double x = start;
        for (int i = 0; i < badges.size(); i++) {
            Badge badge = badges.get(i);
            double width = Math.ceil(Lettering.width(badge.text(), BADGE, false)) + 9;
            String rest = "+" + (badges.size() - i);
            double behind = i == badges.size() - 1 ? 0 : 4 + Lettering.width(rest, BADGE, false);
            if (x + width + behind > end) {
                words(rest, x, y + 11, BADGE, false, colours.muted(), end);
                return;
            }
            Colour colour = badge.warning() ? colours.tone(Tone.WARNING) : colours.words();
            Colour edge = badge.warning() ? colours.tone(Tone.WARNING) : colours.edge();
            figures.add(new Box(x, y, width, BADGE_HEIGHT, 4, Optional.of(colours.ground()), Optional.of(edge)));
            figures.add(new Words(badge.text(), x + 4.5, y + 11, BADGE, false, colour));
            x += width + 4;
        }
    }
}
