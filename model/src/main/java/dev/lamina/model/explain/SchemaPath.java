package dev.lamina.model.explain;

import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.Type;
import java.util.Comparator;
import java.util.Optional;

/// A key of the schema that a path of a document leads to. Keys may hold dots.
public record SchemaPath(Shape shape, Key key) {

    /// @param path e.g. `services[0].runtime.mounts[1].type`, with or without the numbers; what is below
    /// the last key that the schema knows counts as that key
    public static Optional<SchemaPath> of(String path) {
        return in(Schema.ROOT, path.replaceAll("\\[\\d*]", ""));
    }

    private static Optional<SchemaPath> in(Shape shape, String rest) {
        Optional<Key> found = shape.keys().stream()
                .filter(key -> rest.equals(key.name()) || rest.startsWith(key.name() + "."))
                .max(Comparator.comparingInt(key -> key.name().length()));
        return found.flatMap(key -> {
            String below = rest.substring(key.name().length());
            Optional<Shape> inner = below.isEmpty() ? Optional.empty() : shape(key.type());
            return inner.isPresent() ? in(inner.get(), below.substring(1)) : Optional.of(new SchemaPath(shape, key));
        });
    }

    private static Optional<Shape> shape(Type type) {
        return switch (type) {
            case Shape shape -> Optional.of(shape);
            case ListOf(Type element) -> shape(element);
            case Schema.Plain plain -> Optional.empty();
            case Schema.TextMap map -> Optional.empty();
        };
    }
}
