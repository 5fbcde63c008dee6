package dev.lamina.model.exposure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The table of weights, `weights.txt`, read once.
final class Weights {
    private static final Map<String, Weight> TABLE = load();

    private Weights() {}

    static Collection<Weight> all() {
        return TABLE.values();
    }

    static Weight of(String key) {
        return Objects.requireNonNull(TABLE.get(key), key);
    }

    /// The row of a path of the system: its own, else that of the nearest directory above which stands for all below
    /// it.
    static Weight ofBind(String source) {
        @Nullable Weight exact = TABLE.get("bind = " + source);
        if (exact != null) {
            return exact;
        }
        for (String at = source; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            @Nullable Weight found = TABLE.get("bind " + at);
            if (found != null) {
                return found;
            }
        }
        return of("bind other");
    }

    private static Map<String, Weight> load() {
        Map<String, Weight> table = new LinkedHashMap<>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Weight::parse)
                .forEach(weight -> table.put(weight.key(), weight));
        return table;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Weights.class.getResourceAsStream("weights.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
