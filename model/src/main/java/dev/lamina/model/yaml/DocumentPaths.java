package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// From the paths of a composition to those of its documents. They differ where something was not understood and left
/// out: what follows it in a list has a lower index in the composition.
public final class DocumentPaths {
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final SourceMap composition;
    private final Map<Value, String> documents;

    /// @param kind of the path, without its indexes: a list and its only element may have one place
    private record Value(String kind, SourceSpan span) {}

    private DocumentPaths(SourceMap composition, Map<Value, String> documents) {
        this.composition = composition;
        this.documents = documents;
    }

    /// @param read what these documents say
    public static DocumentPaths of(List<SourceText> documents, ReadResult read) {
        if (read.problems().isEmpty()) {
            return new DocumentPaths(SourceMap.EMPTY, Map.of());
        }
        Spans spans = new Spans();
        for (SourceText document : documents) {
            Optional<Item> root = new TreeLoader(document, new Problems()).load();
            root.filter(Mapping.class::isInstance).ifPresent(mapping -> spans.add((Mapping) mapping));
        }
        Map<Value, String> paths = new HashMap<>();
        spans.toMap().spans().forEach((path, span) -> paths.put(new Value(kind(path), span), path));
        return new DocumentPaths(read.sources(), paths);
    }

    private static String kind(String path) {
        return INDEX.matcher(path).replaceAll("[]");
    }

    /// @param path that may end with keys which are not there yet
    public String of(String path) {
        if (documents.isEmpty()) {
            return path;
        }
        for (String known = path; !known.isEmpty(); known = SourceMap.parent(known)) {
            @Nullable SourceSpan span = composition.spans().get(known);
            @Nullable String found = span == null ? null : documents.get(new Value(kind(known), span));
            if (found != null) {
                return found + path.substring(known.length());
            }
        }
        return path;
    }
}
