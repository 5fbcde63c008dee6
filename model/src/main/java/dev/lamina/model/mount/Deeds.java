package dev.lamina.model.mount;

import dev.lamina.model.check.ContainerView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which containers do one thing to which paths of the system, such as making them.
final class Deeds {
    /// Real systems have less than a thousand.
    private static final int MOST = 200_000;

    /// Each list in the order of the boot.
    private final Map<String, List<ContainerView>> byPath = new HashMap<>();
    private boolean overfull;

    /// Call for the containers in the order of the boot.
    void add(List<String> paths, ContainerView container) {
        if (byPath.size() > MOST) {
            overfull = true;
            return;
        }
        for (String path : paths) {
            byPath.computeIfAbsent(path, key -> new ArrayList<>()).add(container);
        }
    }

    /// Whether there is more than could be kept.
    boolean overfull() {
        return overfull;
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    List<ContainerView> at(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /// The first other container that may do it to one of the paths before `started` is started.
    Optional<ContainerView> before(List<String> paths, ContainerView started) {
        for (String path : paths) {
            for (ContainerView deed : at(path)) {
                if (!Moment.same(deed, started) && Moment.mayPrecede(deed, started)) {
                    return Optional.of(deed);
                }
                if (Moment.of(deed) > Moment.of(started)) {
                    break;
                }
            }
        }
        return Optional.empty();
    }
}
