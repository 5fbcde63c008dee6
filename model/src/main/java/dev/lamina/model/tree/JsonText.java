package dev.lamina.model.tree;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes trees of mappings, lists, texts, numbers and truths as JSON, indented by four blanks.
public final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final Escaping escaping;

    private JsonText(Escaping escaping) {
        this.escaping = escaping;
    }

    /// JSON that is YAML as well, with a line end.
    public static String of(Map<String, Object> tree) {
        return write(tree, Escaping.ASCII) + "\n";
    }

    /// The bytes that Go's `json.MarshalIndent` makes: no line end at the end.
    public static String likeGo(Map<String, Object> tree) {
        return write(tree, Escaping.GO);
    }

    private static String write(Map<String, Object> tree, Escaping escaping) {
        JsonText text = new JsonText(escaping);
        text.value(tree, "\n");
        return text.out.toString();
    }

    private void value(Object value, String newLine) {
        switch (value) {
            case Map<?, ?> map -> mapping(map, newLine);
            case List<?> list -> sequence(list, newLine);
            case Boolean truth -> out.append(truth);
            case Number number -> out.append(number);
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

    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(c -> escaping.write(c, out));
        out.append('"');
    }
}
