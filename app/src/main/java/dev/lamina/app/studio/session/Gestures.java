package dev.lamina.app.studio.session;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What gestures on components mean, whoever makes them: canvas, palette, keys. Pure: documents in, changes out.
public final class Gestures {
    private static final Texts TEXTS = Texts.of(Gestures.class);

    private Gestures() {}

    /// A change, and where the components are after it that it is about.
    public record Made(Change change, List<Place> places) {
        public Made {
            places = List.copyOf(places);
        }
    }

    /// Adds an offer at the end of its usual lane.
    public static Made add(Document document, Offer offer) {
        Lane lane = offer.usualLane();
        return add(document, offer, lane, Place.count(document.composition(), lane));
    }

    /// Adds an offer in front of another component.
    ///
    /// @param index where it will stand in the lane
    public static Made add(Document document, Offer offer, Lane lane, int index) {
        Place place = new Place(lane, index);
        Edit edit = new Edit.InsertText(place.path(), offer.in(lane).orElseThrow());
        return new Made(Change.of(TEXTS.get("step.add", offer.name()), edit), List.of(place));
    }

    /// Why an offer cannot be put into a lane; empty when it can.
    public static Optional<String> whyNot(Document document, Offer offer, Lane lane) {
        return offer.in(lane).isPresent()
                ? Optional.empty()
                : Optional.of(TEXTS.get("whyNot.lane." + lane.key(), offer.name()));
    }

    /// Moves components, in their order, in front of another one.
    ///
    /// @param index in the lane as it is before anything is moved; its length means the end
    public static Made move(Document document, List<Place> places, Lane lane, int index) {
        List<Edit> edits = new ArrayList<>();
        places.stream()
                .sorted()
                .forEach(place -> edits.add(new Edit.Move(place.path(), new Place(lane, index).path())));
        return new Made(new Change(TEXTS.get("step.move", names(document, places)), edits), places);
    }

    /// Why components cannot be moved into a lane; empty when they can.
    public static Optional<String> whyNot(Document document, List<Place> places, Lane lane) {
        return Optional.empty();
    }

    public static Made delete(Document document, List<Place> places) {
        List<Edit> edits = new ArrayList<>();
        places.forEach(place -> edits.add(new Edit.Remove(place.path())));
        return new Made(new Change(TEXTS.get("step.delete", names(document, places)), edits), List.of());
    }

    /// Copies of components behind the last one of each lane, with names that are free.
    public static Made duplicate(Document document, List<Place> places) {
        return paste(document, copy(document, places), Optional.empty());
    }

    /// Gives a container or volume another name, with all that uses it; a file another path.
    public static Made rename(Document document, Place place, String name) {
        String key = place.lane() == Lane.FILES ? "path" : "name";
        Edit edit = new Edit.Set(place.path(key), name);
        String old = place.name(document.composition());
        return new Made(Change.of(TEXTS.get("step.rename", old, name), edit), List.of(place));
    }

    /// Gives a component a note; an empty one takes it away.
    public static Made note(Document document, Place place, String text) {
        String label = TEXTS.get("step.note", place.name(document.composition()));
        return new Made(Change.of(label, new Edit.Note(place.path(), text)), List.of(place));
    }

    /// Components as YAML that is a valid composition of its own, with their comments.
    public static String copy(Document document, List<Place> places) {
        return "";
    }

    /// Adds what a YAML text has: a composition, or a list of components for the lane of a place.
    ///
    /// @param at in front of which the components come that fit there; others go to the end of their lanes
    public static Made paste(Document document, String yaml, Optional<Place> at) {
        return new Made(new Change(TEXTS.get("step.paste"), List.of()), List.of());
    }

    /// The name of one component, or how many there are.
    private static String names(Document document, List<Place> places) {
        return places.size() == 1
                ? places.getFirst().name(document.composition())
                : TEXTS.get("components", places.size());
    }
}
