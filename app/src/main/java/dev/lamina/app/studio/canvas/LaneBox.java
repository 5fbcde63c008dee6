package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where one lane and its cards are. Cards stand in rows, from left to right.
///
/// @param bounds of the whole lane
/// @param narrow whether the name stands above the cards, as beside them there is no room for it
/// @param columns how many cards fit in a row
/// @param count of its cards
/// @param open whether its cards are shown
record LaneBox(Lane lane, Rectangle2D bounds, boolean narrow, int columns, int count, boolean open, Metrics metrics) {

    /// Of a lane that begins at some height.
    static LaneBox of(Lane lane, double top, double width, int count, boolean open, Metrics metrics) {
        boolean narrow = width < metrics.narrowWidth();
        double room = width - (narrow ? metrics.gap() : metrics.headWidth()) - metrics.gap() / 2;
        int columns = Math.max(1, (int) (room / (metrics.cardWidth() + metrics.gap())));
        int rows = (count + columns - 1) / columns;
        double cards = count == 0
                ? metrics.emptyHeight() + 2 * metrics.gap()
                : rows * (metrics.cardHeight() + metrics.gap()) + metrics.gap();
        double beside = Math.max(cards, metrics.headHeight() + metrics.gap());
        double above = metrics.stripHeight() + cards - metrics.gap();
        double height = open ? (narrow ? above : beside) : metrics.closedHeight();
        return new LaneBox(
                lane, new Rectangle2D(metrics.margin(), top, width, height), narrow, columns, count, open, metrics);
    }

    private double left() {
        return bounds.getMinX() + (narrow ? metrics.gap() : metrics.headWidth());
    }

    private double top() {
        return bounds.getMinY() + (narrow ? metrics.stripHeight() : metrics.gap());
    }

    /// The part with the name.
    Rectangle2D head() {
        double strip = open ? metrics.stripHeight() : metrics.closedHeight();
        return narrow || !open
                ? new Rectangle2D(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), strip)
                : new Rectangle2D(bounds.getMinX(), bounds.getMinY(), metrics.headWidth(), metrics.headHeight());
    }

    private double stepX() {
        return metrics.cardWidth() + metrics.gap();
    }

    private double stepY() {
        return metrics.cardHeight() + metrics.gap();
    }

    /// Of a card; also of one that would come behind the last.
    Rectangle2D card(int index) {
        int row = index / columns;
        int column = index % columns;
        return new Rectangle2D(
                left() + column * stepX(), top() + row * stepY(), metrics.cardWidth(), metrics.cardHeight());
    }

    /// The part beside the name, where cards go.
    Rectangle2D body() {
        return new Rectangle2D(
                left(),
                top(),
                Math.max(1, bounds.getMaxX() - left() - metrics.gap()),
                Math.max(1, bounds.getMaxY() - top() - metrics.gap()));
    }

    /// The cards that a part of the canvas shows, some of them perhaps only partly.
    List<Place> within(Rectangle2D part) {
        List<Place> places = new ArrayList<>();
        if (!open || count == 0 || !bounds.intersects(part)) {
            return places;
        }
        int first = Math.max(0, (int) ((part.getMinY() - top()) / stepY()));
        int last = (int) ((part.getMaxY() - top()) / stepY());
        for (int i = first * columns; i < Math.min(count, (last + 1) * columns); i++) {
            if (card(i).intersects(part)) {
                places.add(new Place(lane, i));
            }
        }
        return places;
    }

    Optional<Place> at(double x, double y) {
        return within(new Rectangle2D(x, y, 0, 0)).stream()
                .filter(place -> card(place.index()).contains(x, y))
                .findFirst();
    }

    /// In front of which card something lands that is let go here.
    int slot(double x, double y) {
        if (!open) {
            return count;
        }
        int row = Math.clamp((int) ((y - top()) / stepY()), 0, Math.max(0, (count - 1) / columns));
        int column = Math.clamp((int) Math.floor((x - left()) / stepX() + 0.5), 0, columns);
        return Math.min(count, row * columns + column);
    }

    /// The line that shows that slot. A slot at the end of a row is shown there when the pointer is there.
    ///
    /// @param x where the pointer is
    Rectangle2D mark(int slot, double x) {
        if (!open) {
            return bounds;
        }
        boolean behind = slot > 0 && (slot == count || slot % columns == 0) && x > left() + stepX();
        Rectangle2D card = card(behind ? slot - 1 : slot);
        double edge = behind ? card.getMaxX() + metrics.gap() / 2 : card.getMinX() - metrics.gap() / 2;
        return new Rectangle2D(edge - metrics.markWidth() / 2, card.getMinY(), metrics.markWidth(), card.getHeight());
    }
}
