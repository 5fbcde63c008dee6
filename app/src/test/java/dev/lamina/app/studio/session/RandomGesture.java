package dev.lamina.app.studio.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.edit.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One gesture, and what must be true after it.
sealed interface RandomGesture {
    Made made(Document document);

    void check(Composition before, Made made, Composition after, String words);

    /// What anchors tie to its place cannot be moved or taken out, and aliases cannot be renamed in. Where blank lines
    /// belong to a text, nothing can come directly behind it.
    default boolean mayBeRefused(Document document) {
        return document.text().contains("&") || document.text().contains("|+");
    }

    static RandomGesture of(Document document, Random random) {
        List<Place> all = new ArrayList<>(Place.all(document.composition()));
        if (all.isEmpty() || random.nextInt(5) == 0) {
            Lane lane = List.of(Lane.SERVICES, Lane.ONBOOT, Lane.ONSHUTDOWN).get(random.nextInt(3));
            return new Add(lane, random.nextInt(4));
        }
        Place any = all.get(random.nextInt(all.size()));
        List<Place> some = all.stream().filter(place -> random.nextInt(4) == 0).toList();
        List<Place> chosen = some.isEmpty() ? List.of(any) : some;
        return switch (random.nextInt(5)) {
            case 0 -> new Delete(chosen);
            case 1 -> any.lane() == Lane.KERNEL ? new Delete(List.of(any)) : new Duplicate(any);
            case 2 -> new Note(any);
            case 3 -> movable(any) ? new Rename(any, "name" + random.nextInt(100)) : new Delete(List.of(any));
            default -> move(document.composition(), any, chosen, random);
        };
    }

    private static boolean movable(Place place) {
        return place.lane().section().isPresent();
    }

    private static RandomGesture move(Composition composition, Place any, List<Place> chosen, Random random) {
        List<Place> containers = chosen.stream().filter(RandomGesture::movable).toList();
        if (containers.isEmpty()) {
            int count = Place.count(composition, any.lane());
            return any.lane() == Lane.KERNEL
                    ? new Note(any)
                    : new Move(List.of(any), any.lane(), random.nextInt(count + 1));
        }
        Lane lane = List.of(Lane.SERVICES, Lane.ONBOOT, Lane.ONSHUTDOWN).get(random.nextInt(3));
        return new Move(containers, lane, random.nextInt(Place.count(composition, lane) + 1));
    }

    /// All components but some.
    private static List<Object> without(Composition composition, List<Place> places) {
        return Place.all(composition).stream()
                .filter(place -> !places.contains(place))
                .map(place -> place.in(composition))
                .toList();
    }

    private static List<Object> at(Composition composition, List<Place> places) {
        return places.stream().map(place -> place.in(composition)).toList();
    }

    /// The same component under any name.
    private static Object nameless(Object component) {
        return component instanceof Container container
                ? new Container("", container.image(), container.spec())
                : component;
    }

    record Add(Lane lane, int index) implements RandomGesture {
        private static final String YAML = "# new\nname: web\nimage: new:1\ncommand: [/bin/new]";

        @Override
        public Made made(Document document) {
            return Gestures.add(document, new Offer("web", Map.of(lane, YAML)), lane, index);
        }

        @Override
        public void check(Composition before, Made made, Composition after, String words) {
            assertThat(without(after, made.places())).as(words).isEqualTo(without(before, List.of()));
            assertThat(made.places().getFirst().name(after)).as(words).startsWith("web");
        }
    }

    record Delete(List<Place> places) implements RandomGesture {
        @Override
        public Made made(Document document) {
            return Gestures.delete(document, places);
        }

        @Override
        public void check(Composition before, Made made, Composition after, String words) {
            assertThat(without(after, List.of())).as(words).isEqualTo(without(before, places));
        }
    }

    record Duplicate(Place place) implements RandomGesture {
        @Override
        public Made made(Document document) {
            return Gestures.duplicate(document, List.of(place));
        }

        @Override
        public void check(Composition before, Made made, Composition after, String words) {
            assertThat(without(after, made.places())).as(words).isEqualTo(without(before, List.of()));
            Object copy = made.places().getFirst().in(after);
            if (movable(place)) {
                assertThat(nameless(copy)).as(words).isEqualTo(nameless(place.in(before)));
                assertThat(made.places().getFirst().name(after)).as(words).isNotEqualTo(place.name(before));
            }
            assertThat(made.places().getFirst()).isEqualTo(new Place(place.lane(), place.index() + 1));
        }
    }

    record Note(Place place) implements RandomGesture {
        @Override
        public Made made(Document document) {
            return Gestures.note(document, place, "a note");
        }

        @Override
        public boolean mayBeRefused(Document document) {
            return true; // between brackets
        }

        @Override
        public void check(Composition before, Made made, Composition after, String words) {
            assertThat(after).as(words).isEqualTo(before);
        }
    }

    record Rename(Place place, String name) implements RandomGesture {
        @Override
        public Made made(Document document) {
            return Gestures.rename(document, place, name);
        }

        @Override
        public void check(Composition before, Made made, Composition after, String words) {
            assertThat(place.name(after)).as(words).isEqualTo(name);
            assertThat(without(after, List.of(place))).as(words).isEqualTo(without(before, List.of(place)));
        }
    }

    record Move(List<Place> places, Lane lane, int index) implements RandomGesture {
        @Override
        public Made made(Document document) {
            return Gestures.move(document, places, lane, index);
        }

        @Override
        public void check(Composition before, Made made, Composition after, String words) {
            assertThat(without(after, made.places())).as(words).isEqualTo(without(before, places));
            assertThat(at(after, made.places()).stream().map(RandomGesture::nameless))
                    .as(words)
                    .isEqualTo(at(before, places).stream()
                            .map(RandomGesture::nameless)
                            .toList());
            assertThat(made.places()).as(words).allMatch(place -> place.lane() == lane);
        }
    }
}
