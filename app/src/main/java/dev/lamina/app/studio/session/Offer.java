package dev.lamina.app.studio.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Something that can be added to a document: what would be written for it in each lane that takes it.
///
/// @param name for people, e.g. `sshd`
/// @param yaml by lane, the usual lane first: one element of the lane's list without its dash, from the first column
/// on; for the kernel its keys
public record Offer(String name, Map<Lane, String> yaml) {
    public Offer {
        // Keeps the order, which Map.copyOf does not.
        yaml = Collections.unmodifiableMap(new LinkedHashMap<>(yaml));
        if (yaml.isEmpty()) {
            throw new IllegalArgumentException(name + " fits into no lane");
        }
    }

    public static Offer of(String name, Lane lane, String yaml) {
        return new Offer(name, Map.of(lane, yaml));
    }

    public Lane usualLane() {
        return yaml.keySet().iterator().next();
    }

    public Optional<String> in(Lane lane) {
        return Optional.ofNullable(yaml.get(lane));
    }
}
