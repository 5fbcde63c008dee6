package dev.lamina.model.yaml;

import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import dev.lamina.model.yaml.Item.Sequence;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import dev.lamina.model.yaml.Schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds a tree against the table of keys. What fits is kept: the result has only known keys, each once,
/// with values of their type, so that nobody behind has to check again.
final class SchemaCheck {
    private final Problems problems;

    SchemaCheck(Problems problems) {
        this.problems = problems;
    }

    /// The part of the root mapping that fits.
    Mapping root(Item root) {
        if (root instanceof Mapping mapping) {
            return shape(mapping, Schema.ROOT, Place.ROOT);
        }
        problems.add(
                root.span(),
                "a composition must be a mapping, not " + root.kind(),
                "begin with a section such as kernel: or services:");
        return new Mapping(root.span(), List.of());
    }

    /// The label's object.
    Mapping label(Item root, Place place) {
        if (root instanceof Mapping mapping) {
            return shape(mapping, ContainerSchema.LABEL, place);
        }
        problems.add(root.span(), "%s must be a mapping, not %s".formatted(place.subject(), root.kind()));
        return new Mapping(root.span(), List.of());
    }

    private Optional<Item> value(Item item, Type type, Place place) {
        return switch (type) {
            case Plain plain -> plain(item, plain, place);
            case ListOf list -> list(item, list, place);
            case TextMap map -> textMap(item, map, place);
            case Shape shape ->
                item instanceof Mapping mapping ? Optional.of(shape(mapping, shape, place)) : wrong(item, type, place);
        };
    }

    private Optional<Item> list(Item item, ListOf type, Place place) {
        if (!(item instanceof Sequence sequence)) {
            return wrong(item, type, place);
        }
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Item element = sequence.items().get(i);
            value(element, type.element(), place.element(i, element)).ifPresent(kept::add);
        }
        return Optional.of(new Sequence(item.span(), kept));
    }

    private Optional<Item> textMap(Item item, TextMap type, Place place) {
        if (!(item instanceof Mapping mapping)) {
            return wrong(item, type, place);
        }
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : distinct(mapping, place)) {
            plain(entry.value(), Plain.TEXT, place.key(entry.name()))
                    .ifPresent(value -> kept.add(new Entry(entry.key(), value, entry.merged())));
        }
        return Optional.of(new Mapping(item.span(), kept));
    }

    private Mapping shape(Mapping mapping, Shape shape, Place place) {
        List<Entry> kept = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        for (Entry entry : distinct(mapping, place)) {
            Optional<Key> key = shape.key(entry.name());
            if (key.isEmpty()) {
                unknown(entry, shape, place, mapping);
                continue;
            }
            value(entry.value(), key.get().type(), place.key(entry.name()))
                    .ifPresentOrElse(
                            item -> kept.add(new Entry(entry.key(), item, entry.merged())),
                            () -> broken.add(entry.name()));
        }
        missing(mapping, shape, place);
        return new Mapping(mapping.span(), kept, broken);
    }

    private void unknown(Entry entry, Shape shape, Place place, Mapping siblings) {
        String name = entry.name();
        if (place.isLabel() && (name.equals("name") || name.equals("image"))) {
            problems.add(
                    "SCH01",
                    entry.key().span(),
                    "%s cannot be set in %s".formatted(name, place.subject()),
                    () -> Meant.hint(Optional.empty()));
            return;
        }
        String where = place.isRoot() ? "a composition" : place.words();
        problems.add(
                "SCH01",
                entry.key().span(),
                "unknown key %s in %s".formatted(Texts.quote(name), where),
                () -> ForeignKeys.hint(name, shape)
                        .map(Meant::hint)
                        .orElseGet(
                                () -> new Meant(Nearest.hint(name, shape.names()), meantKey(entry, shape, siblings))));
    }

    /// The key that was misspelt, if it is not there yet and could have this value.
    private Optional<String> meantKey(Entry entry, Shape shape, Mapping siblings) {
        return Nearest.of(entry.name(), shape.names())
                .filter(name -> siblings.get(name).isEmpty())
                .filter(name ->
                        shape.key(name).filter(key -> takes(key, entry.value())).isPresent());
    }

    private static boolean takes(Key key, Item value) {
        Problems problems = new Problems();
        new SchemaCheck(problems).value(value, key.type(), Place.ROOT.key(key.name()));
        return problems.sorted().isEmpty();
    }

    private void missing(Mapping mapping, Shape shape, Place place) {
        for (String name : shape.required()) {
            if (mapping.get(name).isEmpty()) {
                problems.add(
                        mapping.span(), "%s has no %s".formatted(place.words(), name), "add \"%s: …\"".formatted(name));
            }
        }
    }

    /// The entries whose keys are texts, each key once.
    private List<Entry> distinct(Mapping mapping, Place place) {
        Map<String, Entry> seen = new HashMap<>();
        List<Entry> result = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (!textKey(entry.key(), place)) {
                continue;
            }
            @Nullable Entry first = seen.putIfAbsent(entry.name(), entry);
            if (first == null) {
                result.add(entry);
            } else {
                problems.add(
                        entry.key().span(),
                        "the key %s is given twice%s".formatted(Texts.quote(entry.name()), place.in()),
                        "the first is in line " + first.key().span().line());
            }
        }
        return result;
    }

    private boolean textKey(Item key, Place place) {
        if (!(key instanceof Scalar scalar)) {
            problems.add(key.span(), "a key%s must be a text, not %s".formatted(place.in(), key.kind()));
            return false;
        }
        if (scalar.type() != Scalar.Type.TEXT) {
            problems.add(
                    key.span(),
                    "the key %s%s must be a text, not %s"
                            .formatted(Texts.shorten(scalar.text()), place.in(), key.kind()),
                    "put it in quotes if it is meant as a text");
            return false;
        }
        return clean(scalar, place);
    }

    private Optional<Item> plain(Item item, Plain type, Place place) {
        if (!(item instanceof Scalar scalar) || !fits(scalar.type(), type)) {
            return wrong(item, type, place);
        }
        return switch (scalar.type()) {
            case NUMBER -> number(scalar, place);
            case TRUTH -> Optional.of(item);
            default -> place.holdsContent() || clean(scalar, place) ? Optional.of(item) : Optional.empty();
        };
    }

    static boolean fits(Scalar.Type found, Plain wanted) {
        return switch (wanted) {
            case TEXT -> found == Scalar.Type.TEXT;
            case TRUTH -> found == Scalar.Type.TRUTH;
            case NUMBER -> found == Scalar.Type.NUMBER;
            case OWNER -> found == Scalar.Type.NUMBER || found == Scalar.Type.TEXT;
        };
    }

    private Optional<Item> number(Scalar scalar, Place place) {
        if (Numbers.parse(scalar.text()).isPresent()) {
            return Optional.of(scalar);
        }
        problems.add(
                scalar.span(),
                "%s: %s is not a whole number of at most 64 bits"
                        .formatted(place.words(), Texts.shorten(scalar.text())));
        return Optional.empty();
    }

    /// No text of a system may hold what C programs take for its end, or what no encoding can write.
    private boolean clean(Scalar scalar, Place place) {
        boolean clean = isClean(scalar.text());
        if (!clean) {
            problems.add(
                    scalar.span(),
                    "%s holds a character that is no text (zero or half a pair)".formatted(place.words()));
        }
        return clean;
    }

    static boolean isClean(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    }

    private Optional<Item> wrong(Item item, Type type, Place place) {
        problems.add(
                Problem.VALUE,
                item.span(),
                "%s must be %s, not %s".formatted(place.words(), type.words(), item.kind()),
                () -> new Meant(WrongType.hint(item, type), WrongType.replacement(item, type)));
        return Optional.empty();
    }
}
