package dev.lamina.assembler.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What differs in two JSON documents, value by value. Lists of objects that have a name (mounts their destination,
/// namespaces their type) are compared by it, and other lists of objects by position; of lists of values, what came and
/// went is told.
final class JsonChanges {
    private static final JsonMapper MAPPER = new JsonMapper();

    /// What tells the objects of a list apart in the OCI runtime specification.
    private static final List<String> NAMES = List.of("destination", "type", "path", "name");

    private final String component;
    private final String file;
    private final List<SettingChange> changes = new ArrayList<>();

    private JsonChanges(String component, String file) {
        this.component = component;
        this.file = file;
    }

    /// None when one of them is no JSON; then the file differs, and that is all that can be said.
    static List<SettingChange> between(String component, String file, String before, String after) {
        JsonChanges found = new JsonChanges(component, file);
        try {
            found.compare("", MAPPER.readTree(before), MAPPER.readTree(after));
        } catch (JacksonException e) {
            return List.of();
        }
        return found.changes;
    }

    private void add(String path, Optional<JsonNode> before, Optional<JsonNode> after) {
        changes.add(new SettingChange(
                component, file, path, before.map(JsonNode::toString), after.map(JsonNode::toString)));
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            members(path, path.isEmpty() ? "" : ".", "", members(before), members(after));
        } else if (before.isArray() && after.isArray()) {
            lists(path, before, after);
        } else {
            add(path, Optional.of(before), Optional.of(after));
        }
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.forEachEntry(members::put);
        return members;
    }

    private void members(
            String path, String open, String close, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            JsonNode one = before.get(name);
            JsonNode other = after.get(name);
            String at = path + open + name + close;
            if (one != null && other != null) {
                compare(at, one, other);
            } else {
                add(at, Optional.ofNullable(one), Optional.ofNullable(other));
            }
        }
    }

    private void lists(String path, JsonNode before, JsonNode after) {
        if (allValues(before) && allValues(after)) {
            values(path, before, after);
            return;
        }
        for (String key : NAMES) {
            Optional<Map<String, JsonNode>> one = byName(before, key);
            Optional<Map<String, JsonNode>> other = byName(after, key);
            if (one.isPresent() && other.isPresent()) {
                members(path, "[", "]", one.get(), other.get());
                return;
            }
        }
        positions(path, before, after);
    }

    private static boolean allValues(JsonNode list) {
        return list.valueStream().allMatch(JsonNode::isValueNode);
    }

    /// Empty when some have no name, or the same.
    private static Optional<Map<String, JsonNode>> byName(JsonNode list, String key) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode element : list) {
            JsonNode name = element.path(key);
            if (!name.isString() || named.put(name.asString(), element) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    /// Of equal length: place by place, as arguments are read. Otherwise what came and what went.
    private void values(String path, JsonNode before, JsonNode after) {
        if (before.size() == after.size()) {
            positions(path, before, after);
            return;
        }
        without(before, after).forEach(value -> add(path + "[]", Optional.of(value), Optional.empty()));
        without(after, before).forEach(value -> add(path + "[]", Optional.empty(), Optional.of(value)));
    }

    /// What is left of a list when each value of another is taken out once.
    private static List<JsonNode> without(JsonNode list, JsonNode other) {
        Map<JsonNode, Integer> taken = new HashMap<>();
        other.forEach(value -> taken.merge(value, 1, Integer::sum));
        return list.valueStream()
                .filter(value -> taken.merge(value, -1, Integer::sum) < 0)
                .toList();
    }

    private void positions(String path, JsonNode before, JsonNode after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String at = path + "[" + i + "]";
            if (i < before.size() && i < after.size()) {
                compare(at, before.get(i), after.get(i));
            } else {
                add(at, Optional.ofNullable(before.get(i)), Optional.ofNullable(after.get(i)));
            }
        }
    }
}
