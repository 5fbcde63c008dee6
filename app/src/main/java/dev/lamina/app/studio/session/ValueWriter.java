package dev.lamina.app.studio.session;

import dev.lamina.model.yaml.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes what a piece of YAML stands for anew, without anchors, aliases and merge keys. Comments are lost.
final class ValueWriter {
    private final List<String> lines = new ArrayList<>();

    private ValueWriter() {}

    static String write(Part part) {
        ValueWriter writer = new ValueWriter();
        writer.block(part, "", "");
        return String.join("\n", writer.lines);
    }

    /// @param label stands before the first line, the others are as far to the right as `indent`
    private void block(Part part, String label, String indent) {
        switch (part) {
            case Part.Alias alias -> block(alias.target(), label, indent);
            case Part.Scalar scalar -> lines.add(label + scalar(scalar));
            case Part.Sequence sequence -> sequence(sequence, label, indent);
            case Part.Mapping mapping -> mapping(mapping, label, indent);
        }
    }

    private void sequence(Part.Sequence sequence, String label, String indent) {
        if (sequence.elements().isEmpty()) {
            lines.add(label + "[]");
        }
        String before = label;
        for (Part.Element element : sequence.elements()) {
            block(element.value(), before + "- ", indent + "  ");
            before = indent;
        }
    }

    private void mapping(Part.Mapping mapping, String label, String indent) {
        Map<String, Part> keys = keys(mapping);
        if (keys.isEmpty()) {
            lines.add(label + "{}");
        }
        String before = label;
        for (Map.Entry<String, Part> key : keys.entrySet()) {
            String name = before + PlainText.of(key.getKey()) + ":";
            Part value = key.getValue();
            if (isInline(value)) {
                block(value, name + " ", indent);
            } else {
                lines.add(name);
                block(value, indent + "  ", indent + "  ");
            }
            before = indent;
        }
    }

    private static boolean isInline(Part part) {
        return switch (part) {
            case Part.Alias alias -> isInline(alias.target());
            case Part.Scalar scalar -> true;
            case Part.Sequence sequence -> sequence.elements().isEmpty();
            case Part.Mapping mapping -> keys(mapping).isEmpty();
        };
    }

    /// With those that come in by merge keys; a mapping's own ones count first.
    private static Map<String, Part> keys(Part.Mapping mapping) {
        Map<String, Part> keys = new LinkedHashMap<>();
        mapping.pairs().stream().filter(pair -> !pair.merges()).forEach(pair -> keys.put(pair.name(), pair.value()));
        mapping.pairs().stream().filter(Part.Pair::merges).forEach(pair -> merge(pair.value(), keys));
        return keys;
    }

    private static void merge(Part from, Map<String, Part> keys) {
        switch (from) {
            case Part.Alias alias -> merge(alias.target(), keys);
            case Part.Mapping mapping -> keys(mapping).forEach(keys::putIfAbsent);
            case Part.Sequence sequence -> sequence.elements().forEach(element -> merge(element.value(), keys));
            case Part.Scalar scalar -> {
                // Nothing to merge.
            }
        }
    }

    private static String scalar(Part.Scalar scalar) {
        return switch (scalar.type()) {
            case TEXT, UNKNOWN -> PlainText.of(scalar.text());
            case NUMBER, FRACTION, TRUTH -> scalar.text();
            case NOTHING -> "null";
        };
    }
}
