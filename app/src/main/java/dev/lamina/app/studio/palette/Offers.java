package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is done with offers here.
final class Offers {
    private Offers() {}

    /// The same, with another usual lane.
    static Offer into(Offer offer, Lane lane) {
        Map<Lane, String> yaml = new LinkedHashMap<>();
        yaml.put(lane, offer.in(lane).orElseThrow());
        yaml.putAll(offer.yaml());
        return new Offer(offer.name(), yaml);
    }
}
