package dev.lamina.model.exposure;

import dev.lamina.model.oci.Origin;
import java.util.ArrayList;
import java.util.List;

/// Parts of a score in the making. What weighs nothing is left out.
final class Parts {
    private final List<Part> parts = new ArrayList<>();

    void add(Part part) {
        if (part.points() != 0) {
            parts.add(part);
        }
    }

    void add(String key, Origin origin) {
        add(Weights.of(key), true, "", origin);
    }

    /// @param thing the path, device or port that is meant
    void add(String key, String thing, Origin origin) {
        add(Weights.of(key), true, thing, origin);
    }

    void addBind(String source, boolean writable, Origin origin) {
        add(Weights.ofBind(source), writable, source, origin);
    }

    private void add(Weight weight, boolean writable, String thing, Origin origin) {
        String what =
                weight.what().replace("%s", thing) + (weight.ofBind() ? writable ? ", writable" : ", read-only" : "");
        add(new Part(weight.key(), what, weight.why(), writable ? weight.points() : weight.readOnlyPoints(), origin));
    }

    List<Part> all() {
        return parts;
    }
}
