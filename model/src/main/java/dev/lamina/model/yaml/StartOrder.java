package dev.lamina.model.yaml;

import dev.lamina.model.Section;
import dev.lamina.model.StartCondition;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which services of all merged documents wait for which.
///
/// @param after the services in their order, each with those it names
record StartOrder(Map<String, Set<String>> after) {

    static StartOrder of(List<Mapping> roots) {
        Map<String, Set<String>> after = new LinkedHashMap<>();
        for (Mapping root : roots) {
            for (Fields service : new Fields(root).mappings(Section.SERVICES.key())) {
                service.text("name")
                        .ifPresent(name -> after.computeIfAbsent(name, unseen -> new LinkedHashSet<>())
                                .addAll(named(service).toList()));
            }
        }
        return new StartOrder(after);
    }

    static Optional<Scalar> annotation(Fields container) {
        return container.shape("annotations").flatMap(notes -> notes.scalar(StartCondition.ANNOTATION));
    }

    private static Stream<String> named(Fields service) {
        return annotation(service).stream()
                .flatMap(scalar -> StartCondition.words(scalar.text()).stream())
                .flatMap(word -> StartCondition.parse(word).stream())
                .flatMap(condition ->
                        condition instanceof StartCondition.Service other ? Stream.of(other.name()) : Stream.empty());
    }

    Set<String> services() {
        return after.keySet();
    }

    /// The services that lead from one back to itself, when it waits for itself and is the first of them in the
    /// document.
    Optional<List<String>> circle(String service) {
        List<String> order = List.copyOf(after.keySet());
        return path(service, service, new LinkedHashSet<>())
                .filter(path -> path.stream().allMatch(other -> order.indexOf(other) >= order.indexOf(service)));
    }

    /// From one service by what it waits for to another, both included.
    private Optional<List<String>> path(String from, String to, Set<String> seen) {
        for (String next : after.getOrDefault(from, Set.of())) {
            if (next.equals(to)) {
                return Optional.of(List.of(from, to));
            }
            if (seen.add(next)) {
                Optional<List<String>> rest = path(next, to, seen);
                if (rest.isPresent()) {
                    List<String> path = new ArrayList<>(List.of(from));
                    path.addAll(rest.get());
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }
}
