package dev.lamina.model.check;

import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.SourceMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A system as checks see it. Not for several threads.
public final class SystemView {
    private final Composition composition;
    private final SourceMap sources;
    private final SystemFacts facts;
    private final List<ContainerView> containers;
    private final Map<Class<?>, Object> derived = new HashMap<>();

    /// @param containers in the order of [Section] and of the document
    public SystemView(Composition composition, SourceMap sources, SystemFacts facts, List<ContainerView> containers) {
        this.composition = composition;
        this.sources = sources;
        this.facts = facts;
        this.containers = List.copyOf(containers);
    }

    public Composition composition() {
        return composition;
    }

    public SourceMap sources() {
        return sources;
    }

    public SystemFacts facts() {
        return facts;
    }

    public List<ContainerView> containers() {
        return containers;
    }

    public List<ContainerView> containers(Section section) {
        return containers.stream()
                .filter(container -> container.section() == section)
                .toList();
    }

    public Optional<ImageFacts> image(ImageRef ref) {
        return Optional.ofNullable(facts.images().get(ref));
    }

    /// What several checks need to know of the system, made once: `system.derived(RootTree.class, RootTree::of)`.
    public <T> T derived(Class<T> type, Function<SystemView, T> maker) {
        Object known = derived.get(type);
        if (known == null) {
            known = maker.apply(this);
            derived.put(type, known);
        }
        return type.cast(known);
    }
}
