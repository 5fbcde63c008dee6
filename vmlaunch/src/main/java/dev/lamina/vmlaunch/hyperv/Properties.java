package dev.lamina.vmlaunch.hyperv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// An object of JSON in the making; properties keep the order in which they came.
final class Properties {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Properties of(String name, Object value) {
        return new Properties().and(name, value);
    }

    static Properties none() {
        return new Properties();
    }

    Properties and(String name, Object value) {
        values.put(name, value instanceof Properties nested ? nested.map() : value);
        return this;
    }

    /// A property that may be absent.
    Properties and(String name, Optional<?> value) {
        value.ifPresent(present -> and(name, present));
        return this;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(values);
    }

    /// On one line.
    @Override
    public String toString() {
        return JSON.writeValueAsString(values);
    }
}
