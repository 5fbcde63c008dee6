package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Document;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;

/// What becomes of something that hangs on the pointer: which lanes take it, where it lands, and what that
/// does.
final class DropTarget {
    private final Load load;
    private final DocumentSession session;
    private final Map<Lane, Optional<String>> refusals = new EnumMap<>(Lane.class);

    /// What happens when it is let go.
    sealed interface Verdict {
        /// It lands in front of this card.
        ///
        /// @param mark where that is shown
        record Lands(Lane lane, int index, Rectangle2D mark) implements Verdict {}

        /// The lane does not take it.
        record Refused(Lane lane, String reason) implements Verdict {}
    }

    /// @param session of the document that it would land in
    DropTarget(Load load, DocumentSession session) {
        this.load = load;
        this.session = session;
        Document document = session.shown().get();
        for (Lane lane : Lane.values()) {
            refusals.put(
                    lane,
                    switch (load) {
                        case Load.New(Offer offer) -> Gestures.whyNot(document, offer, lane);
                        case Load.Cards(DocumentSession from, List<Place> places) ->
                            Gestures.whyNot(from.shown().get(), places, lane);
                    });
        }
    }

    /// Why a lane does not take it; empty when it does.
    Optional<String> refusal(Lane lane) {
        return refusals.getOrDefault(lane, Optional.empty());
    }

    Verdict at(CanvasLayout layout, double x, double y) {
        LaneBox box = layout.laneAt(y);
        Lane lane = box.lane();
        Optional<String> reason = refusal(lane);
        if (reason.isPresent()) {
            return new Verdict.Refused(lane, reason.get());
        }
        if (lane == Lane.KERNEL) {
            return new Verdict.Lands(lane, 0, box.card(0)); // there is one at most, which is replaced
        }
        int slot = box.slot(x, y);
        return new Verdict.Lands(lane, slot, box.mark(slot, x));
    }

    /// The gesture that it is.
    ///
    /// @param copy whether cards of this document stay where they are, and copies of them land
    Function<Document, Made> gesture(Verdict.Lands lands, boolean copy) {
        return switch (load) {
            case Load.New(Offer offer) -> document -> Gestures.add(document, offer, lands.lane, lands.index);
            case Load.Cards(DocumentSession from, List<Place> places) -> {
                if (from == session && !copy) {
                    yield document -> Gestures.move(document, places, lands.lane, lands.index);
                }
                Document source = from.shown().get();
                Optional<Place> at = Optional.of(new Place(lands.lane, lands.index));
                yield document -> Gestures.paste(document, Gestures.copy(source, places), at);
            }
        };
    }
}
