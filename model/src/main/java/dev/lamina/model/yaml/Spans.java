package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import dev.lamina.model.yaml.Item.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects the places of all values by path, with the indexes of the merged composition.
final class Spans {
    private final Map<String, SourceSpan> spans = new HashMap<>();
    private final Map<String, Integer> offsets = new HashMap<>();

    /// Call for the pruned documents in their order.
    void add(Mapping root) {
        for (Entry entry : root.entries()) {
            String key = entry.name();
            if (entry.value() instanceof Sequence sequence) {
                spans.putIfAbsent(key, sequence.span());
                elements(sequence.items(), key, offsets.getOrDefault(key, 0));
                offsets.merge(key, sequence.items().size(), Integer::sum);
            } else if (entry.value() instanceof Mapping mapping) {
                spans.put(key, mapping.span());
                kernel(mapping, key);
            }
        }
    }

    SourceMap toMap() {
        return new SourceMap(spans);
    }

    /// Of fields that are given more than once the place is that of the one which counts.
    private void kernel(Mapping mapping, String path) {
        for (Entry entry : mapping.entries()) {
            boolean overrides =
                    !(entry.value() instanceof Scalar scalar) || KernelBinder.counts(entry.name(), scalar.text());
            if (overrides || !spans.containsKey(path + "." + entry.name())) {
                value(entry.value(), path + "." + entry.name());
            }
        }
    }

    private void value(Item item, String path) {
        spans.put(path, item.span());
        switch (item) {
            case Scalar scalar -> {}
            case Sequence sequence -> elements(sequence.items(), path, 0);
            case Mapping mapping -> mapping.entries().forEach(entry -> value(entry.value(), path + "." + entry.name()));
        }
    }

    private void elements(List<Item> items, String path, int offset) {
        for (int i = 0; i < items.size(); i++) {
            value(items.get(i), path + "[" + (offset + i) + "]");
        }
    }
}
