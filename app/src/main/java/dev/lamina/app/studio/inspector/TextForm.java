package dev.lamina.app.studio.inspector;

import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.Schema.Plain;
import java.util.Set;

/// How a value of one text or number is shown and read: amounts of memory as `128M`, all others as they are
/// written.
final class TextForm {
    private static final Set<String> BYTES = Set.of("limit", "reservation", "swap", "kernel", "kernelTCP");
    private static final String MEMORY = "resources.memory.";

    private TextForm() {}

    static boolean ofBytes(FieldSpec field) {
        return field.path().startsWith(MEMORY) && BYTES.contains(field.path().substring(MEMORY.length()));
    }

    static String text(FieldSpec field, Object value) {
        return ofBytes(field) && value instanceof Long bytes && bytes >= 0
                ? new ByteSize(bytes).exact()
                : String.valueOf(value);
    }

    static Object value(FieldSpec field, String text) {
        if (ofBytes(field)) {
            return ByteSize.parse(text)
                    .<Object>map(ByteSize::bytes)
                    .orElseGet(() -> RowValues.plain(Plain.NUMBER, text));
        }
        return field.type() instanceof Plain type ? RowValues.plain(type, text) : text;
    }
}
