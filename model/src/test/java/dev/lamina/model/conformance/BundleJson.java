package dev.lamina.model.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// `config.json` and `runtime.json` by their meaning: what says nothing is absent, and sets have no order.
public final class BundleJson {
    private static final Set<String> TEXT_MAPS = Set.of("annotations", "sysctl");
    private static final JsonMapper JSON = new JsonMapper();

    private BundleJson() {}

    public static Object normalized(String text) {
        return normalized(JSON.readValue(text, Object.class), List.of());
    }

    /// Of a value that Jackson read.
    public static Object normalized(Object value) {
        return normalized(value, List.of());
    }

    private static Object normalized(Object value, List<String> path) {
        return switch (value) {
            case Map<?, ?> map -> mapping(map, path);
            case List<?> list -> sequence(list, path);
            default -> value;
        };
    }

    private static Map<String, Object> mapping(Map<?, ?> map, List<String> path) {
        boolean keep = !path.isEmpty() && TEXT_MAPS.contains(path.getLast());
        Map<String, Object> result = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                List<String> inner = new ArrayList<>(path);
                inner.add(key.toString());
                Object normal = normalized(value, inner);
                if (keep || !saysNothing(normal)) {
                    result.put(key.toString(), normal);
                }
            }
        });
        return result;
    }

    private static List<Object> sequence(List<?> list, List<String> path) {
        List<Object> result = new ArrayList<>();
        list.forEach(each -> result.add(normalized(each, path)));
        boolean set = path.size() > 1 && path.get(path.size() - 2).equals("capabilities")
                || !path.isEmpty() && path.getLast().equals("namespaces");
        if (set) {
            result.sort(Comparator.comparing(Object::toString));
        }
        return result;
    }

    private static boolean saysNothing(Object value) {
        return value.equals(false)
                || value.equals("")
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
