package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Item.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rule of the merge key: what is written wins over what is merged, the earlier mapping over the later.
final class Merging {
    private Merging() {}

    /// The inherited entries whose keys are not there yet.
    static List<Entry> missing(List<Entry> own, List<Entry> inherited) {
        if (inherited.isEmpty()) {
            return List.of();
        }
        Set<String> names = new HashSet<>();
        own.forEach(entry -> names.add(entry.name()));
        List<Entry> result = new ArrayList<>();
        for (Entry entry : inherited) {
            if (names.add(entry.name())) {
                result.add(new Entry(entry.key(), entry.value(), true));
            }
        }
        return result;
    }
}
