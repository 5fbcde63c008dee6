package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What several components have in common. Pure.
final class Several {
    private static final Texts TEXTS = Texts.of(Several.class);

    private Several() {}

    /// How many of each kind, e.g. `2 services, 1 volume`.
    static String words(List<Place> places) {
        Map<String, Long> counts = places.stream()
                .collect(Collectors.groupingBy(place -> place.lane().key(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> TEXTS.get("count." + entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// The kind that all of them are of; empty when they have no fields in common.
    static Optional<FormKind> kind(List<Place> places) {
        List<FormKind> kinds = places.stream().map(FormKind::of).distinct().toList();
        return kinds.size() == 1 && kinds.getFirst() != FormKind.INIT && places.size() > 1
                ? Optional.of(kinds.getFirst())
                : Optional.empty();
    }

    /// The fields that one would set for several: not the names, nor what a file is made of.
    static List<FieldSpec> fields(FormKind kind) {
        return FieldSpecs.of(kind).stream()
                .filter(spec -> !spec.inHeader())
                .filter(spec -> kind != FormKind.FILE || !FieldEdits.CONTENTS.contains(spec.path()))
                .toList();
    }

    /// Shows the value that all components have, or that they differ.
    ///
    /// @param components as they are written
    /// @param effective the values of each, by the paths of fields
    static void show(FieldModel field, List<Object> components, List<Map<String, Effective>> effective) {
        String path = field.spec().path();
        List<Optional<Object>> given = components.stream()
                .map(component -> Written.at(component, path))
                .toList();
        List<Effective> counts = effective.stream()
                .map(values -> values.getOrDefault(path, Effective.UNKNOWN))
                .distinct()
                .toList();
        boolean same = given.stream().distinct().count() == 1;
        if (same && (counts.size() == 1 || given.getFirst().isPresent())) {
            field.show(given.getFirst(), counts.getFirst(), List.of());
            field.differ(false, List.of());
        } else {
            List<List<String>> words = new ArrayList<>();
            for (int i = 0; i < components.size(); i++) {
                words.add(words(components.get(i), effective.get(i), path));
            }
            boolean capabilities = field.spec().look() == FieldSpec.Look.CAPABILITIES;
            List<String> all = capabilities ? held(words, words.size()) : List.of();
            String text = same ? "" : TEXTS.get("several.different");
            field.show(Optional.empty(), new Effective(text, all, Source.DIFFERENT), List.of());
            field.differ(!same, capabilities ? held(words, 1) : List.of());
        }
    }

    /// The capabilities that at least so many hold.
    private static List<String> held(List<List<String>> words, int least) {
        return Arrays.stream(Capability.values())
                .filter(capability -> words.stream()
                                .filter(each -> CapabilityChoice.holds(each, capability))
                                .count()
                        >= least)
                .map(Capability::text)
                .toList();
    }

    /// A list of words: what the document gives, else what label and default say.
    static List<String> words(Object written, Map<String, Effective> effective, String path) {
        return effective.getOrDefault(path, Effective.UNKNOWN).words(Written.at(written, path));
    }
}
