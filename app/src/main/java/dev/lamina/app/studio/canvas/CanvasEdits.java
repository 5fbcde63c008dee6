package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Document;
import java.util.List;
import java.util.Optional;

/// What keys and menus do to the components that are meant: those that are selected, or the one with the
/// focus when none is.
final class CanvasEdits {
    private final DocumentSession session;
    private final CanvasFocus focus;
    private final ClipboardText clipboard;

    CanvasEdits(DocumentSession session, CanvasFocus focus, ClipboardText clipboard) {
        this.session = session;
        this.focus = focus;
        this.clipboard = clipboard;
    }

    void delete() {
        List<Place> meant = focus.meant();
        if (!meant.isEmpty()) {
            session.apply(document -> Gestures.delete(document, meant));
        }
    }

    void copy() {
        if (!focus.meant().isEmpty()) {
            clipboard.put(Gestures.copy(session.shown().get(), focus.meant()));
        }
    }

    void cut() {
        copy();
        delete();
    }

    void paste() {
        Optional<Place> at =
                focus.meant().stream().max(Place::compareTo).map(place -> new Place(place.lane(), place.index() + 1));
        clipboard.get().ifPresent(text -> session.apply(document -> Gestures.paste(document, text, at)));
    }

    void duplicate() {
        List<Place> meant = focus.meant();
        if (!meant.isEmpty()) {
            session.apply(document -> Gestures.duplicate(document, meant));
        }
    }

    /// What is selected by then stays so: a click on another card leaves the field of the name, and renames.
    void rename(Place place, String name) {
        if (!name.isBlank() && !name.equals(place.name(session.composition()))) {
            session.apply(document ->
                    new Made(Gestures.rename(document, place, name.strip()).change(), List.of()));
        }
    }

    void note(Place place, String text) {
        session.apply(document -> Gestures.note(document, place, text.strip()));
    }

    /// Moves what is meant within its lane.
    ///
    /// @param step -1 to come one earlier, 1 to come one later
    void moveBy(int step) {
        List<Place> moved = ofOneLane();
        if (moved.isEmpty()) {
            return;
        }
        Lane lane = moved.getFirst().lane();
        int index = step < 0 ? moved.getFirst().index() - 1 : moved.getLast().index() + 2;
        if (index >= 0 && index <= Place.count(session.composition(), lane)) {
            session.apply(document -> Gestures.move(document, moved, lane, index));
        }
    }

    /// Moves what is meant to the next lane that takes it.
    ///
    /// @param step -1 for lanes above, 1 for lanes below
    void moveToLane(int step) {
        List<Place> moved = ofOneLane();
        if (moved.isEmpty()) {
            return;
        }
        Document now = session.shown().get();
        List<Lane> lanes = List.of(Lane.values());
        int from = lanes.indexOf(moved.getFirst().lane());
        for (int i = from + step; i >= 0 && i < lanes.size(); i += step) {
            Lane lane = lanes.get(i);
            if (Gestures.whyNot(now, moved, lane).isEmpty()) {
                session.apply(document -> toEnd(document, moved, lane));
                return;
            }
        }
        Lane next = lanes.get(Math.clamp(from + step, 0, lanes.size() - 1));
        Gestures.whyNot(now, moved, next).ifPresent(session::say);
    }

    private static Made toEnd(Document document, List<Place> moved, Lane lane) {
        return Gestures.move(document, moved, lane, Place.count(document.composition(), lane));
    }

    /// What is meant, as far as it is in the same lane as the first of it.
    private List<Place> ofOneLane() {
        List<Place> meant = focus.meant();
        return meant.stream()
                .filter(place -> place.lane() == meant.getFirst().lane())
                .toList();
    }
}
