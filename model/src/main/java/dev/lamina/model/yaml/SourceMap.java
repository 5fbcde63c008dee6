package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import java.util.Map;
import java.util.Optional;

/// Where each value of a composition was written. Paths look like `services[0].capabilities[1]`; after a merge of
/// several documents the indexes are those of the merged composition.
public record SourceMap(Map<String, SourceSpan> spans) {
    public static final SourceMap EMPTY = new SourceMap(Map.of());

    public SourceMap {
        spans = Map.copyOf(spans);
    }

    /// The place of the value at `path`, or of the nearest enclosing value that has one.
    public Optional<SourceSpan> find(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            SourceSpan span = spans.get(at);
            if (span != null) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
