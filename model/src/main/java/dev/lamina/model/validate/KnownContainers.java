package dev.lamina.model.validate;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.check.Check;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.yaml.ReadResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The containers of a system with what the checks of single containers find. Those that did not change are taken over
/// from the state before.
final class KnownContainers {
    static final KnownContainers NONE = new KnownContainers(List.of(), Map.of(), List.of());

    /// What is looked at beside the container itself.
    private final List<Object> surroundings;

    private final Map<String, Known> known;
    private final List<Known> inOrder;

    record Known(ContainerView view, List<Found> found) {
        boolean is(Container container, Optional<ImageFacts> image) {
            // Facts are big, and stay the same object until they are read again.
            boolean sameImage = image.isPresent()
                    ? view.image().isPresent() && view.image().get() == image.get()
                    : view.image().isEmpty();
            return sameImage && view.container().equals(container);
        }
    }

    private KnownContainers(List<Object> surroundings, Map<String, Known> known, List<Known> inOrder) {
        this.surroundings = surroundings;
        this.known = known;
        this.inOrder = inOrder;
    }

    List<Known> all() {
        return inOrder;
    }

    KnownContainers next(ReadResult read, SystemFacts facts) {
        Composition composition = read.composition();
        List<Object> now = surroundings(composition, facts);
        Map<String, Known> before = now.equals(surroundings) ? known : Map.of();
        ContainerResolver resolver = new ContainerResolver(composition, read.sources(), facts.arch());
        Map<String, Known> result = new HashMap<>();
        List<Known> order = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Container> containers = composition.containers(section);
            for (int i = 0; i < containers.size(); i++) {
                Container container = containers.get(i);
                Optional<ImageFacts> image = Optional.ofNullable(facts.images().get(container.image()));
                String path = section.key() + "[" + i + "]";
                @Nullable Known old = before.get(path);
                Known current = old != null && old.is(container, image)
                        ? old
                        : look(new ContainerView(
                                section,
                                i,
                                container,
                                resolver.effective(
                                        section,
                                        i,
                                        image.map(ImageFacts::config).orElse(ImageConfig.EMPTY)),
                                image,
                                facts));
                result.put(path, current);
                order.add(current);
            }
        }
        return new KnownContainers(now, result, order);
    }

    /// Volumes stand behind the sources of binds, names behind users; the rest are facts.
    private static List<Object> surroundings(Composition composition, SystemFacts facts) {
        List<String> names = Stream.of(Section.values())
                .flatMap(section -> composition.containers(section).stream())
                .map(Container::name)
                .toList();
        return List.of(
                composition.volumes(),
                names,
                facts.arch(),
                facts.kernel(),
                facts.localFiles(),
                facts.run(),
                facts.today());
    }

    private static Known look(ContainerView view) {
        List<Found> found = new ArrayList<>();
        for (Check check : Rules.checks()) {
            if (check instanceof ContainerCheck containerCheck) {
                containerCheck.check(view, report -> found.add(new Found(check.rule(), report)));
            }
        }
        return new Known(view, List.copyOf(found));
    }
}
