package dev.lamina.app.studio.session;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Components that go in front of another one, in their order.
///
/// @param places sorted
/// @param index of the component of the lane that they come in front of, as it is before; the length for the end. None
/// of those that move
record Moves(Document document, List<Place> places, Lane lane, int index) {

    static Moves of(Document document, List<Place> places, Lane lane, int index) {
        List<Place> sorted = places.stream()
                .filter(place -> place.exists(document.composition()))
                .distinct()
                .sorted()
                .toList();
        int count = Place.count(document.composition(), lane);
        int anchor = Math.clamp(index, 0, count);
        while (anchor < count && sorted.contains(new Place(lane, anchor))) {
            anchor++;
        }
        return new Moves(document, sorted, lane, anchor);
    }

    Made made(String label) {
        List<Place> after = after();
        if (after.equals(places)) {
            return new Made(new Change(label, List.of()), places);
        }
        FreeNames names = new FreeNames(document.composition());
        ComponentTexts texts = new ComponentTexts(document);
        List<Edit> edits = new ArrayList<>();
        for (Place place : places) {
            edits.addAll(place.lane() == lane ? List.of(moved(place)) : moved(place, names, texts));
        }
        return new Made(new Change(label, edits), after);
    }

    private Edit moved(Place place) {
        return new Edit.Move(place.path(), new Place(lane, index).path());
    }

    /// From another lane. What gets another name is written there and taken out here.
    private List<Edit> moved(Place place, FreeNames names, ComponentTexts texts) {
        String name = place.name(document.composition());
        String free = names.take(lane, name);
        Optional<ComponentText> text = texts.of(place);
        if (free.equals(name) || text.isEmpty()) {
            return List.of(moved(place));
        }
        // Taking out the first element leaves the comments that may be those of its list.
        ComponentText own = place.index() == 0 ? text.get().withoutListComments() : text.get();
        ComponentText renamed = own.named(free);
        return List.of(new Edit.Remove(place.path()), renamed.insert(new Place(lane, index)));
    }

    private List<Place> after() {
        long before = places.stream()
                .filter(place -> place.lane() == lane && place.index() < index)
                .count();
        int first = index - (int) before;
        List<Place> after = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            after.add(new Place(lane, first + i));
        }
        return after;
    }
}
