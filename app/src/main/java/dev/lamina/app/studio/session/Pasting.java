package dev.lamina.app.studio.session;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.Composition;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.InvalidCompositionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts all components of one document into another one, with names that are free there.
final class Pasting {
    private final Document into;
    private final Optional<Place> at;
    private final FreeNames there;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    Pasting(Document into, Optional<Place> at) {
        this.into = into;
        this.at = at;
        this.there = new FreeNames(into.composition());
    }

    Made made(Document pasted, String label) {
        Document fresh = renamed(pasted);
        ComponentTexts texts = new ComponentTexts(fresh);
        FreeNames names = new FreeNames(into.composition());
        for (Lane lane : Lane.values()) {
            int first = first(lane);
            for (int i = 0; i < Place.count(fresh.composition(), lane); i++) {
                Optional<ComponentText> text = texts.of(new Place(lane, i));
                if (text.isPresent()) {
                    add(text.get(), lane == Lane.KERNEL ? Place.KERNEL : new Place(lane, first), names);
                }
            }
        }
        return new Made(new Change(label, edits), places);
    }

    private int first(Lane lane) {
        int count = Place.count(into.composition(), lane);
        return at.filter(place -> place.lane() == lane)
                .map(place -> Math.min(place.index(), count))
                .orElse(count);
    }

    private void add(ComponentText component, Place before, FreeNames names) {
        if (before.lane() == Lane.KERNEL) {
            edits.addAll(KernelKeys.replace(into, component.yaml()));
            places.add(Place.KERNEL);
            return;
        }
        boolean clash =
                component.name().filter(name -> there.has(before.lane(), name)).isPresent();
        ComponentText named = clash ? names.take(component) : component;
        edits.add(named.insert(before));
        long same =
                places.stream().filter(place -> place.lane() == before.lane()).count();
        places.add(new Place(before.lane(), before.index() + (int) same));
    }

    /// The same document, where names that are taken are others, wherever it uses them.
    private Document renamed(Document pasted) {
        FreeNames all = new FreeNames(into.composition()).and(pasted.composition());
        Document fresh = pasted;
        for (Place place : Place.all(pasted.composition())) {
            Composition composition = fresh.composition();
            String name = place.name(composition);
            if (ComponentText.nameKey(place.lane()).isEmpty() || !there.has(place.lane(), name)) {
                continue;
            }
            fresh = renamed(fresh, place, all.take(place.lane(), name));
        }
        return fresh;
    }

    private static Document renamed(Document document, Place place, String name) {
        try {
            return document.apply(new Change(name, Renames.of(document.composition(), place, name)));
        } catch (InvalidCompositionException e) {
            return document; // by anchors: gets its name when it is written out
        }
    }
}
