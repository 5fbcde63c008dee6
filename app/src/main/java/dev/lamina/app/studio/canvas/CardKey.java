package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a component is found again in another state of the document: by its name, not by its number.
///
/// @param nth among those of the same name in the lane
record CardKey(Lane lane, String name, int nth) {

    /// Of all components, in boot order.
    static Map<Place, CardKey> all(Composition composition) {
        Map<Place, CardKey> keys = new LinkedHashMap<>();
        Map<CardKey, Integer> seen = new HashMap<>();
        for (Place place : Place.all(composition)) {
            String name = place.name(composition);
            int nth = seen.merge(new CardKey(place.lane(), name, 0), 1, Integer::sum) - 1;
            keys.put(place, new CardKey(place.lane(), name, nth));
        }
        return keys;
    }
}
