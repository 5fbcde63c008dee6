package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.session.Place;
import java.util.Optional;

/// That one component has to do with another one, or with something of the running system.
///
/// @param from the component that does it: mounts, joins, waits, provides
/// @param label all of it in words, e.g. `web mounts /etc/nginx read-only, which files provides`
public record Relation(RelationKind kind, Place from, Target to, String label) {

    /// What a relation leads to.
    public sealed interface Target {
        /// Another component.
        record Component(Place place) implements Target {}

        /// A path of the running system.
        record Path(String path) implements Target {}

        /// The system itself: its network, its processes.
        record System() implements Target {}
    }

    static Relation between(RelationKind kind, Place from, Place to, String label) {
        return new Relation(kind, from, new Target.Component(to), label);
    }

    static Relation toPath(RelationKind kind, Place from, String path, String label) {
        return new Relation(kind, from, new Target.Path(path), label);
    }

    static Relation toSystem(RelationKind kind, Place from, String label) {
        return new Relation(kind, from, new Target.System(), label);
    }

    /// The component at the other end.
    public Optional<Place> component() {
        return to instanceof Target.Component(Place place) ? Optional.of(place) : Optional.empty();
    }

    public boolean touches(Place place) {
        return from.equals(place) || component().equals(Optional.of(place));
    }
}
