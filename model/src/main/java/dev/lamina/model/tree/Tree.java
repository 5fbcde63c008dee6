package dev.lamina.model.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A mapping in the making: texts, numbers, truths, lists and mappings under their keys. What says nothing is left out.
public final class Tree {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    public Map<String, Object> toMap() {
        return entries;
    }

    public Tree put(String key, Object value) {
        entries.put(key, value);
        return this;
    }

    public Tree put(String key, Tree value) {
        return put(key, value.entries);
    }

    public Tree put(String key, Optional<?> value) {
        value.ifPresent(present -> put(key, present));
        return this;
    }

    public Tree put(String key, OptionalLong value) {
        value.ifPresent(present -> put(key, (Object) present));
        return this;
    }

    public Tree putUnlessEmpty(String key, String text) {
        return text.isEmpty() ? this : put(key, (Object) text);
    }

    public Tree putUnlessEmpty(String key, Tree value) {
        return value.entries.isEmpty() ? this : put(key, value);
    }

    public Tree putUnlessEmpty(String key, List<?> values) {
        return values.isEmpty() ? this : put(key, (Object) values);
    }

    public Tree putUnlessEmpty(String key, Map<String, ?> values) {
        return values.isEmpty() ? this : put(key, (Object) values);
    }

    public Tree putIfTrue(String key, boolean truth) {
        return truth ? put(key, (Object) true) : this;
    }

    public static <T> List<Map<String, Object>> each(List<T> values, Function<T, Tree> tree) {
        return values.stream().map(value -> tree.apply(value).entries).toList();
    }
}
