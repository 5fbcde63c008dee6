package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.yaml.Schema.Key;
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
import java.util.Set;
import java.util.stream.Collectors;

/// How a value with several elements is edited as rows of texts: a list of mappings, a mapping of texts, or
/// a list of texts that have parts, such as binds.
///
/// @param separator of the parts of texts; empty for mappings
record RowFormat(List<Column> columns, String separator, Type type) {
    private static final Texts TEXTS = Texts.of(RowFormat.class);

    RowFormat {
        columns = List.copyOf(columns);
    }

    /// @param key in a row
    /// @param doc what it is for
    record Column(String key, String title, Type type, String doc) {}

    static RowFormat of(FieldSpec field) {
        return switch (field.path()) {
            case "binds", "binds.add" -> parts(field, ":", "source", "destination", "options");
            case "tmpfs" -> parts(field, ":", "destination", "options");
            case "rlimits" -> parts(field, ",", "name", "soft", "hard");
            default -> ofType(field.type());
        };
    }

    private static RowFormat parts(FieldSpec field, String separator, String... keys) {
        List<Column> columns = Arrays.stream(keys)
                .map(key -> new Column(
                        key, TEXTS.get("column." + key), Plain.TEXT, TEXTS.get("column." + field.path() + "." + key)))
                .toList();
        return new RowFormat(columns, separator, field.type());
    }

    private static RowFormat ofType(Type type) {
        if (type instanceof ListOf(Shape shape)) {
            List<Column> columns = shape.keys().stream()
                    .map(key -> new Column(
                            key.name(),
                            title(key),
                            key.type(),
                            Explanations.of(shape, key).summary()))
                    .toList();
            return new RowFormat(columns, "", type);
        }
        return new RowFormat(
                List.of(
                        new Column("name", TEXTS.get("column.name"), Plain.TEXT, TEXTS.get("column.map.name")),
                        new Column("value", TEXTS.get("column.value"), Plain.TEXT, TEXTS.get("column.map.value"))),
                "",
                type);
    }

    private static String title(Key key) {
        String name = "column." + key.name();
        return TEXTS.has(name) ? TEXTS.get(name) : key.name();
    }

    /// @param value as it is written; what does not fit is shown as well as it can be
    List<Map<String, String>> rows(Object value) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (type instanceof TextMap && value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> rows.add(Map.of("name", String.valueOf(name), "value", String.valueOf(text))));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> rows.add(row(element)));
        }
        return rows;
    }

    private Map<String, String> row(Object element) {
        Map<String, String> row = new LinkedHashMap<>();
        if (element instanceof Map<?, ?> map) {
            map.forEach((key, value) -> row.put(String.valueOf(key), RowValues.text(value)));
        } else {
            String[] parts = String.valueOf(element).split(separator, columns.size());
            for (int i = 0; i < parts.length; i++) {
                row.put(columns.get(i).key(), parts[i]);
            }
        }
        return row;
    }

    /// What is written for rows; empty parts are left out.
    Object value(List<Map<String, String>> rows) {
        if (type instanceof TextMap) {
            Map<String, Object> map = new LinkedHashMap<>();
            rows.forEach(row -> map.put(row.getOrDefault("name", ""), row.getOrDefault("value", "")));
            return map;
        }
        return rows.stream()
                .map(row -> separator.isEmpty() ? mapping(row) : joined(row))
                .toList();
    }

    private Object joined(Map<String, String> row) {
        List<String> parts = new ArrayList<>(columns.stream()
                .map(column -> row.getOrDefault(column.key(), ""))
                .toList());
        while (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return String.join(separator, parts);
    }

    private Map<String, Object> mapping(Map<String, String> row) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Column column : columns) {
            String text = row.getOrDefault(column.key(), "");
            if (!text.isEmpty()) {
                map.put(column.key(), RowValues.value(column.type(), text));
            }
        }
        // What the form has no column for stays as it is.
        Set<String> known = columns.stream().map(Column::key).collect(Collectors.toSet());
        row.forEach((key, text) -> {
            if (!known.contains(key)) {
                map.put(key, text);
            }
        });
        return map;
    }

    /// One line that stands for a row.
    String summary(Map<String, String> row) {
        String parts = columns.stream()
                .map(column -> row.getOrDefault(column.key(), ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
        return parts.isEmpty() ? TEXTS.get("row.new") : parts;
    }
}
