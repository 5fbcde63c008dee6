package dev.lamina.model.explain;

import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Explains the keys of a composition, the capabilities, and the words that values are made of. The texts
/// are in `fields.txt`, `capabilities.txt` and `words.txt`; the one line of each key is that of the
/// [Schema].
public final class Explanations {
    private static final Map<String, Facts> FIELDS = FactsReader.read("fields.txt");
    private static final Map<String, Facts> CAPABILITIES = FactsReader.read("capabilities.txt");
    private static final Map<String, Facts> WORDS = FactsReader.read("words.txt");

    private Explanations() {}

    /// What kind of word it is: the same letters can mean one thing to the kernel and another to a mount.
    public enum Kind {
        NAMESPACE,
        MOUNT,
        KERNEL
    }

    /// @param path of a value in a document or in the schema: `services[0].binds[1]`, `kernel.cmdline`
    public static Optional<Explanation> key(String path) {
        return SchemaPath.of(path).map(at -> of(at.shape(), at.key()));
    }

    /// @param key one of the keys of the shape
    public static Explanation of(Shape shape, Key key) {
        Facts facts = Objects.requireNonNull(FIELDS.get(name(shape, key)), () -> name(shape, key));
        return facts.explain(key.name(), key.doc());
    }

    public static Explanation capability(Capability capability) {
        return Objects.requireNonNull(CAPABILITIES.get(capability.name()))
                .explain(capability.text(), capability.explanation());
    }

    /// A word of values, such as `rslave` or `console=ttyS0`.
    ///
    /// @param word with a value or without: `size=16m` is explained as `size`
    public static Optional<Explanation> word(Kind kind, String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        return Optional.ofNullable(WORDS.get(prefix(kind) + name)).map(facts -> facts.explain(name));
    }

    /// The words of a kind, in an order that people can read.
    public static List<String> words(Kind kind) {
        return WORDS.keySet().stream()
                .filter(key -> key.startsWith(prefix(kind)))
                .map(key -> key.substring(prefix(kind).length()))
                .toList();
    }

    /// All keys that have this name, by where they stand, e.g. `container.binds`.
    public static Map<String, Explanation> keys(String name) {
        Map<String, Explanation> found = new LinkedHashMap<>();
        for (Shape shape : Schema.shapes()) {
            shape.keys().stream()
                    .filter(key -> key.name().equals(name) || name(shape, key).equals(name))
                    .forEach(key -> found.put(name(shape, key), of(shape, key)));
        }
        return found;
    }

    private static String name(Shape shape, Key key) {
        return shape.name() + "." + key.name();
    }

    private static String prefix(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + " ";
    }
}
