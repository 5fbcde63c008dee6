package dev.lamina.model.check;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import java.util.HashSet;
import java.util.Set;

/// Which paths in a container are not those of its image, as something is mounted there or above.
public final class Covering {
    private final Set<String> destinations = new HashSet<>();

    private Covering() {}

    public static Covering of(EffectiveContainer container) {
        Covering covering = new Covering();
        container.mounts().forEach(covering::add);
        // Relative ones are in the container, and those that are not may still lead there.
        container.runtime().mounts().forEach(covering::add);
        return covering;
    }

    private void add(Given<Mount> mount) {
        destinations.add(clean(mount.value().destination()));
    }

    /// @param path with or without a leading slash
    public boolean covers(String path) {
        String at = clean(path);
        while (!at.isEmpty()) {
            if (destinations.contains(at)) {
                return true;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return destinations.contains("");
    }

    private static String clean(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }
}
