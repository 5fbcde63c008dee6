package dev.lamina.app.studio.session;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.Composition;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What gestures on components mean, whoever makes them: canvas, palette, keys. Pure: documents in, changes out.
///
/// Whatever cannot be done is refused with an [InvalidCompositionException] whose message says why.
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

    /// Adds an offer in front of another component, with a name that is free. A kernel replaces the kernel.
    ///
    /// @param index where it will stand in the lane
    public static Made add(Document document, Offer offer, Lane lane, int index) {
        refuse(document, whyNot(document, offer, lane));
        String yaml = offer.in(lane).orElseThrow();
        if (lane == Lane.KERNEL) {
            String label = TEXTS.get("step.add", offer.name());
            return new Made(new Change(label, KernelKeys.replace(document, yaml)), List.of(Place.KERNEL));
        }
        Place place = new Place(lane, Math.clamp(index, 0, Place.count(document.composition(), lane)));
        ComponentText component =
                new FreeNames(document.composition()).take(new ComponentText(lane, yaml.stripTrailing()));
        String name = component.name().orElse(offer.name());
        return new Made(Change.of(TEXTS.get("step.add", name), component.insert(place)), List.of(place));
    }

    /// Why an offer cannot be put into a lane; empty when it can.
    public static Optional<String> whyNot(Document document, Offer offer, Lane lane) {
        if (offer.in(lane).isEmpty()) {
            return Optional.of(TEXTS.get("whyNot.lane." + lane.key(), offer.name()));
        }
        return unreadable(document);
    }

    /// Moves components, in their order, in front of another one. Names that are taken there become others.
    ///
    /// @param index in the lane as it is before anything is moved; its length means the end
    public static Made move(Document document, List<Place> places, Lane lane, int index) {
        refuse(document, whyNot(document, places, lane));
        boolean within = places.stream().allMatch(place -> place.lane() == lane);
        String names = names(document, places);
        String label = within ? TEXTS.get("step.move", names) : TEXTS.get("step.moveTo", names, lane.key());
        return Moves.of(document, places, lane, index).made(label);
    }

    /// Why components cannot be moved into a lane; empty when they can.
    public static Optional<String> whyNot(Document document, List<Place> places, Lane lane) {
        if (places.isEmpty()) {
            return Optional.of(TEXTS.get("whyNot.none"));
        }
        return places.stream()
                .flatMap(place -> whyNotMoved(document.composition(), place, lane).stream())
                .findFirst()
                .or(() -> unreadable(document));
    }

    private static Optional<String> whyNotMoved(Composition composition, Place place, Lane lane) {
        boolean containers =
                place.lane().section().isPresent() && lane.section().isPresent();
        String name = place.name(composition);
        if (place.lane() == Lane.KERNEL) {
            return Optional.of(TEXTS.get("whyNot.move.kernel"));
        }
        if (!place.exists(composition)) {
            return Optional.of(TEXTS.get("whyNot.gone", name));
        }
        return containers || place.lane() == lane
                ? Optional.empty()
                : Optional.of(TEXTS.get("whyNot.move." + place.lane().key(), name, lane.key()));
    }

    /// Takes components out; of the kernel all its keys.
    public static Made delete(Document document, List<Place> places) {
        List<Edit> edits = new ArrayList<>();
        places.stream().distinct().sorted().forEach(place -> edits.add(new Edit.Remove(place.path())));
        return new Made(new Change(TEXTS.get("step.delete", names(document, places)), edits), List.of());
    }

    /// A copy of each component directly behind it, with a name that is free.
    public static Made duplicate(Document document, List<Place> places) {
        String label = TEXTS.get("step.duplicate", names(document, places));
        ComponentTexts texts = new ComponentTexts(document);
        FreeNames names = new FreeNames(document.composition());
        List<Edit> edits = new ArrayList<>();
        List<Place> copies = new ArrayList<>();
        for (Place place : places.stream().distinct().sorted().toList()) {
            if (place.lane() == Lane.KERNEL) {
                throw Refusal.of(document, TEXTS.get("whyNot.duplicate.kernel"));
            }
            ComponentText component = names.take(text(document, texts, place));
            edits.add(component.insert(new Place(place.lane(), place.index() + 1)));
            long before =
                    copies.stream().filter(copy -> copy.lane() == place.lane()).count();
            copies.add(new Place(place.lane(), place.index() + 1 + (int) before));
        }
        return new Made(new Change(label, edits), copies);
    }

    private static ComponentText text(Document document, ComponentTexts texts, Place place) {
        return texts.of(place)
                .orElseThrow(() -> Refusal.of(document, TEXTS.get("whyNot.gone", place.name(document.composition()))));
    }

    /// Gives a container or volume another name, with all that uses it; a file another path; a part of the init
    /// another image.
    public static Made rename(Document document, Place place, String name) {
        String old = place.name(document.composition());
        String wanted = name.strip();
        refuse(document, whyNot(document, place, wanted));
        List<Edit> edits = wanted.equals(old) ? List.of() : Renames.of(document.composition(), place, wanted);
        return new Made(new Change(TEXTS.get("step.rename", old, wanted), edits), List.of(place));
    }

    /// Why a component cannot have a name; empty when it can.
    public static Optional<String> whyNot(Document document, Place place, String name) {
        return NameRules.whyNot(document.composition(), place, name);
    }

    /// Gives a component a note; an empty one takes it away.
    public static Made note(Document document, Place place, String text) {
        String label = TEXTS.get("step.note", place.name(document.composition()));
        return new Made(Change.of(label, new Edit.Note(place.path(), text)), List.of(place));
    }

    /// Components as YAML that is a valid composition of its own, with their comments.
    public static String copy(Document document, List<Place> places) {
        ComponentTexts texts = new ComponentTexts(document);
        return Pasted.together(places.stream()
                .distinct()
                .sorted()
                .flatMap(place -> texts.of(place).stream())
                .toList());
    }

    /// Adds what a YAML text has: a composition, components alone for the lane of a place, or the name of an image.
    ///
    /// @param at in front of which the components come that fit there; others go to the end of their lanes
    public static Made paste(Document document, String yaml, Optional<Place> at) {
        refuse(document, unreadable(document));
        Document pasted = Pasted.read(document, yaml, at.map(Place::lane));
        Made made = new Pasting(document, at)
                .made(pasted, TEXTS.get("step.paste", names(pasted, Place.all(pasted.composition()))));
        if (made.places().isEmpty()) {
            throw Refusal.of(document, TEXTS.get("paste.nothing"));
        }
        return made;
    }

    private static Optional<String> unreadable(Document document) {
        return document.readable() ? Optional.empty() : Optional.of(TEXTS.get("whyNot.unreadable"));
    }

    private static void refuse(Document document, Optional<String> reason) {
        if (reason.isPresent()) {
            throw Refusal.of(document, reason.get());
        }
    }

    /// The name of one component, or how many there are.
    private static String names(Document document, List<Place> places) {
        return places.size() == 1
                ? places.getFirst().name(document.composition())
                : TEXTS.get("components", places.size());
    }
}
