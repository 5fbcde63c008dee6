package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/// The names of anchors and aliases in a value.
///
/// @param anchors that it has
/// @param twice those that it has more than once
/// @param aliasesOut of what lies outside of it
record Anchors(Set<String> anchors, Set<String> twice, Set<String> aliasesOut) {

    static Anchors none() {
        return new Anchors(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    static Anchors of(Part part) {
        Anchors names = none();
        names.add(part, Collections.newSetFromMap(new IdentityHashMap<>()));
        return names;
    }

    private void add(Part part, Set<Part> inside) {
        String anchor = part.extent().anchor();
        if (!anchor.isEmpty()) {
            inside.add(part);
            if (!anchors.add(anchor)) {
                twice.add(anchor);
            }
        }
        switch (part) {
            case Part.Scalar scalar -> {}
            case Part.Alias alias -> {
                if (!inside.contains(alias.target())) {
                    aliasesOut.add(alias.name());
                }
            }
            case Part.Sequence list -> list.elements().forEach(element -> add(element.value(), inside));
            case Part.Mapping map ->
                map.pairs().forEach(pair -> {
                    add(pair.key(), inside);
                    add(pair.value(), inside);
                });
        }
    }
}
