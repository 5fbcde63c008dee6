package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javafx.geometry.Rectangle2D;

/// Where everything on the canvas is, at 100 %: lanes from top to bottom, cards in their rows.
///
/// @param width of all of it
/// @param lanes in boot order
record CanvasLayout(double width, double height, List<LaneBox> lanes) {
    CanvasLayout {
        lanes = List.copyOf(lanes);
    }

    /// @param width of all of it; lanes have place for one card at least
    /// @param counts how many cards a lane has
    static CanvasLayout of(Metrics metrics, double width, ToIntFunction<Lane> counts, Set<Lane> closed) {
        double margin = metrics.margin();
        double least = metrics.cardWidth() + 2 * metrics.gap();
        double laneWidth = Math.max(least, width - 2 * margin);
        List<LaneBox> lanes = new ArrayList<>();
        double top = margin;
        for (Lane lane : Lane.values()) {
            LaneBox box = LaneBox.of(lane, top, laneWidth, counts.applyAsInt(lane), !closed.contains(lane), metrics);
            lanes.add(box);
            top = box.bounds().getMaxY() + margin;
        }
        return new CanvasLayout(laneWidth + 2 * margin, top, lanes);
    }

    /// As wide as it must be for all to be seen as large as possible in a view.
    static CanvasLayout fitting(
            Metrics metrics, double viewWidth, double viewHeight, ToIntFunction<Lane> counts, Set<Lane> closed) {
        CanvasLayout best = of(metrics, viewWidth, counts, closed);
        for (double width = viewWidth; best.height * viewWidth > viewHeight * best.width; width *= 1.1) {
            CanvasLayout wider = of(metrics, width, counts, closed);
            if (wider.height * viewWidth <= viewHeight * wider.width || width > viewWidth * 8) {
                return wider;
            }
            best = wider;
        }
        return best;
    }

    LaneBox lane(Lane lane) {
        return lanes.stream().filter(box -> box.lane() == lane).findFirst().orElseThrow();
    }

    Rectangle2D card(Place place) {
        return lane(place.lane()).card(place.index());
    }

    List<Place> within(Rectangle2D part) {
        return lanes.stream().flatMap(lane -> lane.within(part).stream()).toList();
    }

    Optional<Place> at(double x, double y) {
        return lanes.stream().flatMap(lane -> lane.at(x, y).stream()).findFirst();
    }

    /// The lane at a height, or the one that is nearest.
    LaneBox laneAt(double y) {
        LaneBox found = lanes.getFirst();
        for (LaneBox lane : lanes) {
            if (y >= lane.bounds().getMinY() - lane.metrics().margin() / 2) {
                found = lane;
            }
        }
        return found;
    }
}
