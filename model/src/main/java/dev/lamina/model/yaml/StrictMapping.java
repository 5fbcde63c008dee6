package dev.lamina.model.yaml;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A mapping of a small file in YAML that is no composition, asked key by key. What is wrong is
/// thrown with its place; when all has been asked for, [#end()] finds the keys that nobody knows. Work is
/// bounded as for compositions.
public final class StrictMapping {
    private final Item.Mapping mapping;
    private final Map<String, Item> values = new LinkedHashMap<>();
    private final Map<String, Item> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private StrictMapping(Item.Mapping mapping) {
        this.mapping = mapping;
        for (Item.Entry entry : mapping.entries()) {
            if (values.put(entry.name(), entry.value()) != null) {
                throw wrong(entry.key(), "the key " + Texts.quote(entry.name()) + " is given twice", Optional.empty());
            }
            keys.put(entry.name(), entry.key());
        }
    }

    /// @throws InvalidCompositionException the text is no YAML, or no mapping
    public static StrictMapping parse(SourceText text) {
        Problems problems = new Problems();
        Optional<Item> root = new TreeLoader(text, problems).load();
        if (root.isEmpty() || !problems.sorted().isEmpty()) {
            throw new InvalidCompositionException(problems.sorted());
        }
        return of(root.get());
    }

    private static StrictMapping of(Item item) {
        if (item instanceof Item.Mapping mapping) {
            return new StrictMapping(mapping);
        }
        throw wrong(item, "a mapping is expected here, and this is " + item.kind(), Optional.empty());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Optional<String> text(String key) {
        return value(key).map(StrictMapping::scalar);
    }

    /// @throws InvalidCompositionException it is missing, or empty
    public String required(String key) {
        String text = text(key).orElseThrow(() -> missing(key));
        if (text.isBlank()) {
            throw wrong(key, Texts.quote(key) + " is empty", Optional.empty());
        }
        return text;
    }

    /// False when it is left out.
    public boolean truth(String key) {
        Optional<Item> value = value(key);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof Item.Scalar scalar && scalar.type() == Item.Scalar.Type.TRUTH) {
            return Boolean.parseBoolean(scalar.text());
        }
        throw wrong(value.get(), "true or false is expected here", Optional.empty());
    }

    /// @throws InvalidCompositionException it is not a whole number of that range
    public OptionalInt number(String key, int least, int most) {
        Optional<Item> value = value(key);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = scalar(value.get());
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw wrong(value.get(), "a number from " + least + " to " + most + " is expected here", Optional.empty());
        }
        return OptionalInt.of(number);
    }

    /// Empty when it is left out.
    public List<String> texts(String key) {
        return value(key).map(StrictMapping::elements).orElse(List.of()).stream()
                .map(StrictMapping::scalar)
                .toList();
    }

    public Optional<StrictMapping> mapping(String key) {
        return value(key).map(StrictMapping::of);
    }

    /// Empty when it is left out.
    public List<StrictMapping> mappings(String key) {
        List<StrictMapping> all = new ArrayList<>();
        value(key).map(StrictMapping::elements).orElse(List.of()).forEach(item -> all.add(of(item)));
        return all;
    }

    private Optional<Item> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private static String scalar(Item item) {
        if (item instanceof Item.Scalar scalar && scalar.type() != Item.Scalar.Type.NOTHING) {
            return scalar.text();
        }
        throw wrong(item, "a text is expected here, and this is " + item.kind(), Optional.empty());
    }

    private static List<Item> elements(Item item) {
        if (item instanceof Item.Sequence sequence) {
            return sequence.items();
        }
        throw wrong(item, "a list is expected here, and this is " + item.kind(), Optional.empty());
    }

    /// @throws InvalidCompositionException there is a key that nobody asked for
    public void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw wrong(
                        keys.getOrDefault(key, mapping), "unknown key " + Texts.quote(key), Nearest.hint(key, known));
            }
        }
    }

    public InvalidCompositionException missing(String key) {
        return wrong(mapping, Texts.quote(key) + " is missing", Optional.empty());
    }

    /// What is wrong with the value of a key, or with the whole when the key is not there.
    public InvalidCompositionException wrong(String key, String message, Optional<String> hint) {
        return wrong(values.getOrDefault(key, mapping), message, hint);
    }

    private static InvalidCompositionException wrong(Item item, String message, Optional<String> hint) {
        return new InvalidCompositionException(List.of(new Problem(item.span(), message, hint)));
    }
}
