package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;

/// Where arrows lead from a card, as the cards lie.
final class Steps {
    /// Which way.
    enum Way {
        LEFT,
        RIGHT,
        UP,
        DOWN,

        /// To the first card of the lane.
        HOME,

        /// To the last card of the lane.
        END
    }

    private final CanvasLayout layout;

    Steps(CanvasLayout layout) {
        this.layout = layout;
    }

    Optional<Place> from(Place place, Way way) {
        LaneBox box = layout.lane(place.lane());
        return switch (way) {
            case LEFT -> neighbour(place, -1);
            case RIGHT -> neighbour(place, 1);
            case UP -> vertical(place, -1);
            case DOWN -> vertical(place, 1);
            case HOME -> Optional.of(new Place(place.lane(), 0));
            case END -> Optional.of(new Place(place.lane(), box.count() - 1));
        };
    }

    /// The first card there is.
    Optional<Place> first() {
        return shown().stream().findFirst();
    }

    Optional<Place> last() {
        return shown().stream().reduce((one, other) -> other);
    }

    /// All between two cards, in boot order.
    List<Place> range(Place one, Place other) {
        Place from = one.compareTo(other) < 0 ? one : other;
        Place to = one.compareTo(other) < 0 ? other : one;
        return shown().stream()
                .filter(place -> place.compareTo(from) >= 0 && place.compareTo(to) <= 0)
                .toList();
    }

    private List<Place> shown() {
        List<Place> places = new ArrayList<>();
        layout.lanes().stream().filter(LaneBox::open).forEach(box -> {
            for (int i = 0; i < box.count(); i++) {
                places.add(new Place(box.lane(), i));
            }
        });
        return places;
    }

    private Optional<Place> neighbour(Place place, int step) {
        List<Place> shown = shown();
        int next = shown.indexOf(place) + step;
        return next >= 0 && next < shown.size() ? Optional.of(shown.get(next)) : Optional.empty();
    }

    private Optional<Place> vertical(Place place, int step) {
        LaneBox box = layout.lane(place.lane());
        int row = place.index() / box.columns() + step;
        int rows = (box.count() + box.columns() - 1) / box.columns();
        if (row >= 0 && row < rows) {
            return Optional.of(nearest(box, row, layout.card(place)));
        }
        List<LaneBox> lanes = layout.lanes();
        for (int lane = lanes.indexOf(box) + step; lane >= 0 && lane < lanes.size(); lane += step) {
            LaneBox other = lanes.get(lane);
            if (other.open() && other.count() > 0) {
                int last = (other.count() - 1) / other.columns();
                return Optional.of(nearest(other, step > 0 ? 0 : last, layout.card(place)));
            }
        }
        return Optional.empty();
    }

    private static Place nearest(LaneBox box, int row, Rectangle2D to) {
        int first = row * box.columns();
        int end = Math.min(box.count(), first + box.columns());
        return IntStream.range(first, end)
                .boxed()
                .min(Comparator.comparingDouble(
                        index -> Math.abs(box.card(index).getMinX() - to.getMinX())))
                .map(index -> new Place(box.lane(), index))
                .orElseThrow();
    }
}
