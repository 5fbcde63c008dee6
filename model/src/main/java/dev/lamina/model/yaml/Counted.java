package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether the composition has a value, and which of the values in it: those that were usable. Walks down
/// with whoever walks through the document.
///
/// @param written the value as it was written; null when there is nothing to compare
/// @param usable the same value without the elements that no value can be made of
record Counted(
        boolean counts, @Nullable Item written, @Nullable Item usable) {
    static final Counted ALL = new Counted(true, null, null);
    private static final Counted OUT = new Counted(false, null, null);

    private Counted(@Nullable Item written, @Nullable Item usable) {
        this(true, written, usable);
    }

    static Counted of(Item root, Mapping usable) {
        return new Counted(root, usable);
    }

    /// The values of the keys, in the order of the text and without merge keys.
    List<Counted> values(int count) {
        if (!(written instanceof Mapping from) || !(usable instanceof Mapping to)) {
            return Collections.nCopies(count, ALL);
        }
        Map<String, Item> kept = new HashMap<>();
        to.entries().forEach(entry -> kept.putIfAbsent(entry.name(), entry.value()));
        List<Counted> values = new ArrayList<>();
        for (Entry entry : from.entries().subList(0, count)) {
            // Of a key that is given twice the first counts; it takes the value out, so that the second finds none.
            Item value = kept.remove(entry.name());
            values.add(value == null ? ALL : new Counted(entry.value(), value));
        }
        return values;
    }

    List<Counted> elements(int count) {
        if (!(written instanceof Sequence from) || !(usable instanceof Sequence to)) {
            return Collections.nCopies(count, ALL);
        }
        List<Counted> elements = new ArrayList<>();
        int next = 0;
        for (Item item : from.items()) {
            boolean kept =
                    next < to.items().size() && to.items().get(next).span().equals(item.span());
            elements.add(kept ? new Counted(item, to.items().get(next)) : OUT);
            next += kept ? 1 : 0;
        }
        return elements;
    }
}
