package dev.lamina.model.check;

import dev.lamina.model.Section;
import dev.lamina.model.memory.SystemLoad;
import java.util.Optional;
import java.util.OptionalLong;

/// What a system puts into the memory of its machine.
public final class SystemLoads {
    private SystemLoads() {}

    /// Empty as long as the sizes of its images are not known.
    public static Optional<SystemLoad> of(SystemView system) {
        return system.facts()
                .sizes()
                .map(sizes -> new SystemLoad(
                        sizes.initrd(),
                        sizes.files(),
                        system.containers(Section.SERVICES).stream()
                                .map(SystemLoads::limit)
                                .toList()));
    }

    private static OptionalLong limit(ContainerView container) {
        return container
                .spec()
                .resources()
                .flatMap(resources -> resources.value().memory())
                .map(memory -> memory.limit())
                .filter(limit -> limit.isPresent() && limit.getAsLong() >= 0)
                .orElse(OptionalLong.empty());
    }
}
