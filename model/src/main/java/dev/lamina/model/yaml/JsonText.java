package dev.lamina.model.yaml;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes trees of mappings, lists, texts, numbers and truths as JSON that is YAML as well.
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, Object> tree) {
        JsonText text = new JsonText();
        text.value(tree, "\n");
        return text.out.append('\n').toString();
    }

    private void value(Object value, String newLine) {
        switch (value) {
            case Map<?, ?> map -> mapping(map, newLine);
            case List<?> list -> sequence(list, newLine);
            case Boolean truth -> out.append(truth);
            case Long number -> out.append(number);
            default -> text(value.toString());
        }
    }

    private void mapping(Map<?, ?> map, String newLine) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        String inner = newLine + "    ";
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before).append(inner);
            text(entry.getKey().toString());
            out.append(": ");
            value(entry.getValue(), inner);
            before = ',';
        }
        out.append(newLine).append('}');
    }

    private void sequence(List<?> list, String newLine) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        String inner = newLine + "    ";
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            out.append(inner);
            value(items.next(), inner);
            out.append(items.hasNext() ? "," : "");
        }
        out.append(newLine).append(']');
    }

    /// Everything beyond printable ASCII is escaped, so that no parser takes a line separator for a line end.
    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c >= 0x20 && c < 0x7F ? String.valueOf(c) : "\\u%04x".formatted((int) c));
            }
        }
        out.append('"');
    }
}
