package dev.lamina.app.studio.inspector;

import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import dev.lamina.model.yaml.Schema.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values as one line of text, and back. A text that is no value of its type stays a text, for the reader
/// to refuse.
final class RowValues {
    private static final String NUMBER = "-?\\d{1,18}";

    private RowValues() {}

    static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(RowValues::text).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                Stream.of("containerID", "hostID", "size")
                        .map(key -> map.get(key) == null ? "0" : String.valueOf(map.get(key)))
                        .collect(Collectors.joining(":"));
            default -> value.toString();
        };
    }

    static Object value(Type type, String text) {
        return switch (type) {
            case Plain plain -> plain(plain, text);
            case ListOf(Type element) ->
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(part -> value(element, part))
                        .toList();
            case Shape shape -> idMapping(text);
            case TextMap map -> text;
        };
    }

    static Object plain(Plain type, String text) {
        return switch (type) {
            case TEXT -> text;
            case TRUTH -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
            case NUMBER, OWNER -> text.matches(NUMBER) ? Long.valueOf(text) : text;
        };
    }

    /// `CONTAINER:HOST:SIZE`, the only mappings within rows.
    private static Object idMapping(String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
        if (parts.size() != 3) {
            return text;
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("containerID", plain(Plain.NUMBER, parts.get(0)));
        mapping.put("hostID", plain(Plain.NUMBER, parts.get(1)));
        mapping.put("size", plain(Plain.NUMBER, parts.get(2)));
        return mapping;
    }
}
