package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be done with several components at once. Pure.
final class Several {
    private static final Texts TEXTS = Texts.of(Several.class);

    private Several() {}

    /// The fields that one would set for many containers.
    static final List<String> COMMON = List.of("readonly", "noNewPrivileges");

    /// How many of each kind, e.g. `2 services, 1 volume`.
    static String words(List<Place> places) {
        Map<String, Long> counts = places.stream()
                .collect(Collectors.groupingBy(
                        place -> place.lane().key(), java.util.LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> TEXTS.get("count." + entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// Whether all of them are containers, so that they have fields in common.
    static boolean containers(List<Place> places) {
        return places.stream().allMatch(place -> FormKind.of(place) == FormKind.CONTAINER);
    }

    /// What all of them have in common; empty when they differ, or say nothing.
    static Optional<Boolean> common(Composition composition, List<Place> places, String key) {
        List<Optional<Boolean>> values = places.stream()
                .filter(place -> place.exists(composition))
                .map(place -> value(container(composition, place), key))
                .distinct()
                .toList();
        return values.size() == 1 ? values.getFirst() : Optional.empty();
    }

    private static Optional<Boolean> value(Container container, String key) {
        return key.equals("readonly")
                ? container.spec().readonly()
                : container.spec().noNewPrivileges();
    }

    private static Container container(Composition composition, Place place) {
        return switch (place.lane()) {
            case ONBOOT -> composition.onboot().get(place.index());
            case ONSHUTDOWN -> composition.onshutdown().get(place.index());
            case SERVICES -> composition.services().get(place.index());
            case KERNEL, INIT, VOLUMES, FILES -> throw new IllegalArgumentException(place + " is no container");
        };
    }

    /// @param value empty to take it out where it is
    static Change set(Composition composition, List<Place> places, String key, Optional<Boolean> value) {
        List<Edit> edits = new ArrayList<>();
        for (Place place : places) {
            if (value.isPresent()) {
                edits.add(new Edit.Set(place.path(key), value.get()));
            } else if (value(container(composition, place), key).isPresent()) {
                edits.add(new Edit.Remove(place.path(key)));
            }
        }
        String step = value.isPresent() ? "step.set" : "step.reset";
        return new Change(TEXTS.get(step, key, TEXTS.get("components", places.size())), edits);
    }
}
