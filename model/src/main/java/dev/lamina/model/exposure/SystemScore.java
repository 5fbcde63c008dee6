package dev.lamina.model.exposure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How exposed a system is: as much as the component that is exposed most.
///
/// @param components the most exposed first
public record SystemScore(List<ComponentScore> components) {
    private static final Comparator<ComponentScore> MOST_EXPOSED_FIRST = Comparator.<ComponentScore>comparingInt(
                    component -> component.score().points())
            .reversed();

    public SystemScore {
        components = components.stream().sorted(MOST_EXPOSED_FIRST).toList();
    }

    /// @param path in the document, e.g. `services[0]`
    /// @param words e.g. `service web`
    public record ComponentScore(String path, String name, String words, Score score) {}

    public double value() {
        return dominating().map(component -> component.score().value()).orElse(0.0);
    }

    /// The one that makes the system's score; empty when there are no containers.
    public Optional<ComponentScore> dominating() {
        return components.stream().findFirst();
    }

    /// By its name in the document.
    public Optional<ComponentScore> find(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst();
    }
}
