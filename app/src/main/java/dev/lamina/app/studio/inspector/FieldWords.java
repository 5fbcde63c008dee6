package dev.lamina.app.studio.inspector;

import dev.lamina.model.explain.Explanation;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.explain.Explanations.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The words of a value that can be explained: of the kernel command line, of mounts, of namespaces.
final class FieldWords {
    private static final Set<String> NAMESPACES = Set.of("net", "pid", "ipc", "uts", "userns");
    private static final Set<String> MOUNTS =
            Set.of("binds", "binds.add", "tmpfs", "mounts", "rootfsPropagation", "runtime.mounts");

    private FieldWords() {}

    /// Of all words of a value.
    static List<Explanation> of(FieldSpec field, Optional<Object> value) {
        return kind(field.path()).stream()
                .flatMap(kind -> value.stream()
                        .flatMap(FieldWords::texts)
                        .distinct()
                        .flatMap(word -> Explanations.word(kind, word).stream()))
                .distinct()
                .toList();
    }

    /// What a word of such a field means.
    static Optional<Explanation> meaning(FieldSpec field, String word) {
        return kind(field.path()).flatMap(kind -> Explanations.word(kind, word));
    }

    private static Optional<Kind> kind(String path) {
        if (path.equals("cmdline")) {
            return Optional.of(Kind.KERNEL);
        }
        if (NAMESPACES.contains(path)) {
            return Optional.of(Kind.NAMESPACE);
        }
        return MOUNTS.contains(path) ? Optional.of(Kind.MOUNT) : Optional.empty();
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().flatMap(FieldWords::texts);
            case Map<?, ?> map -> map.values().stream().flatMap(FieldWords::texts);
            default -> Arrays.stream(value.toString().split("[\\s,:]+"));
        };
    }
}
