package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Adds several offers in one step of the history.
final class Together {
    private static final Texts TEXTS = Texts.of(Together.class);

    private Together() {}

    /// @param place in front of which component those come that fit into its lane
    static Made add(Document document, List<Offer> offers, Optional<Place> place) {
        if (offers.size() == 1) {
            Offer offer = offers.getFirst();
            Optional<Place> at = place.filter(each -> offer.in(each.lane()).isPresent());
            return at.map(each -> Gestures.add(document, offer, each.lane(), each.index()))
                    .orElseGet(() -> Gestures.add(document, offer));
        }
        Made made = Gestures.paste(document, composition(offers), place);
        String label = TEXTS.get("step.add", made.places().size());
        return new Made(new Change(label, made.change().edits()), made.places());
    }

    private static String composition(List<Offer> offers) {
        return offers.stream().collect(Collectors.groupingBy(Offer::usualLane)).entrySet().stream()
                .map(lane -> lane.getKey().key() + ":\n" + elements(lane.getValue(), lane.getKey()))
                .collect(Collectors.joining());
    }

    private static String elements(List<Offer> offers, Lane lane) {
        return offers.stream()
                .map(offer -> "  - " + offer.in(lane).orElseThrow().replace("\n", "\n    ") + "\n")
                .collect(Collectors.joining());
    }
}
