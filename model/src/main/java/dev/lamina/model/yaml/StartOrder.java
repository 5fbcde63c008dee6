package dev.lamina.model.yaml;

import dev.lamina.model.Section;
import dev.lamina.model.StartCondition;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which services of all merged documents wait for which.
///
/// @param services in their order
/// @param circles those that wait for themselves, see [Circles]
record StartOrder(Set<String> services, Map<String, List<String>> circles) {

    static StartOrder of(List<Mapping> roots) {
        Map<String, Set<String>> after = new LinkedHashMap<>();
        for (Mapping root : roots) {
            for (Fields service : new Fields(root).mappings(Section.SERVICES.key())) {
                service.text("name")
                        .ifPresent(name -> after.computeIfAbsent(name, unseen -> new LinkedHashSet<>())
                                .addAll(named(service).toList()));
            }
        }
        return new StartOrder(after.keySet(), Circles.of(after));
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

    /// The services that lead from one back to itself, when it waits for itself and is the first in the document of
    /// those that wait for one another.
    Optional<List<String>> circle(String service) {
        return Optional.ofNullable(circles.get(service));
    }
}
