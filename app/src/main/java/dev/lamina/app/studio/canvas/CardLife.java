package dev.lamina.app.studio.canvas;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Place;
import java.util.Optional;

/// How the components are in the machine that runs.
final class CardLife {
    private final DocumentSession session;

    CardLife(DocumentSession session) {
        this.session = session;
    }

    /// Empty while no machine runs, and for what is no part of it.
    Optional<Vital> of(Place place) {
        Live live = session.live();
        return live.lit() && place.exists(session.composition())
                ? Optional.of(live.of(place, session.composition()))
                : Optional.empty();
    }
}
