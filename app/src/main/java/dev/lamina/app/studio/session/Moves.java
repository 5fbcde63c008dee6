package dev.lamina.app.studio.session;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.Composition;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;

/// Components that go in front of another one, in their order.
///
/// @param places sorted
/// @param index of the component of the lane that they come in front of, as it is before; the length for the end. None
/// of those that move
record Moves(Composition composition, List<Place> places, Lane lane, int index) {

    static Moves of(Composition composition, List<Place> places, Lane lane, int index) {
        List<Place> sorted = places.stream()
                .filter(place -> place.exists(composition))
                .distinct()
                .sorted()
                .toList();
        int count = Place.count(composition, lane);
        int anchor = Math.clamp(index, 0, count);
        while (anchor < count && sorted.contains(new Place(lane, anchor))) {
            anchor++;
        }
        return new Moves(composition, sorted, lane, anchor);
    }

    Made made(String label) {
        List<Place> after = after();
        if (after.equals(places)) {
            return new Made(new Change(label, List.of()), places);
        }
        FreeNames names = new FreeNames(composition);
        List<Edit> edits = new ArrayList<>();
        for (Place place : places) {
            if (place.lane() != lane) {
                String name = place.name(composition);
                String free = names.take(lane, name);
                if (!free.equals(name)) {
                    edits.add(new Edit.Set(place.path("name"), free));
                }
            }
            edits.add(new Edit.Move(place.path(), new Place(lane, index).path()));
        }
        return new Made(new Change(label, edits), after);
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
