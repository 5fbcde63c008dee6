package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Kept;
import dev.lamina.model.yaml.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a document says of one component, as it is written: texts, truths, numbers, lists and mappings,
/// right or wrong. Aliases and merge keys are followed. What is not there is not there: no defaults.
final class Written {
    /// Deeper than any composition; ends aliases that repeat themselves.
    private static final int DEEPEST = 12;

    private Written() {}

    /// The component at a place; a mapping, or a text for an image of the init.
    static Optional<Object> component(Document document, Place place) {
        return DocumentTree.of(document.text())
                .flatMap(tree -> get(target(tree.root()), place.lane().key()))
                .flatMap(section -> place.lane() == Lane.KERNEL ? Optional.of(section) : nth(document, section, place))
                .flatMap(part -> value(part, 0));
    }

    /// The value at a path within a component, e.g. `resources.memory.limit` or `capabilities.add`.
    static Optional<Object> at(Object component, String path) {
        if (path.isEmpty()) {
            return Optional.of(component);
        }
        if (!(component instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Object whole = map.get(path);
        if (whole != null) {
            return Optional.of(whole);
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            Object inner = map.get(path.substring(0, dot));
            if (inner != null) {
                return at(inner, path.substring(dot + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> nth(Document document, Part section, Place place) {
        if (!(section instanceof Part.Sequence sequence)) {
            return Optional.empty();
        }
        Kept kept = new Kept(document.source());
        return sequence.elements().stream()
                .map(Part.Element::value)
                .filter(element -> kept.component(place.lane().key(), element))
                .skip(place.index())
                .findFirst()
                .map(Written::target);
    }

    private static Optional<Part> get(Part holder, String key) {
        return holder instanceof Part.Mapping mapping
                ? mapping.pairs().stream()
                        .filter(pair -> pair.name().equals(key))
                        .map(pair -> target(pair.value()))
                        .findFirst()
                : Optional.empty();
    }

    private static Part target(Part part) {
        return part instanceof Part.Alias alias ? alias.target() : part;
    }

    private static Optional<Object> value(Part part, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return switch (target(part)) {
            case Part.Scalar scalar -> scalar(scalar);
            case Part.Sequence sequence -> Optional.of(list(sequence, depth + 1));
            case Part.Mapping mapping -> Optional.of(map(mapping, depth + 1));
            case Part.Alias alias -> Optional.empty();
        };
    }

    private static Optional<Object> scalar(Part.Scalar scalar) {
        return switch (scalar.type()) {
            case NOTHING -> Optional.empty();
            case TRUTH -> Optional.of(Boolean.parseBoolean(scalar.text()));
            case NUMBER ->
                scalar.text().matches("-?(0|[1-9]\\d{0,17})")
                        ? Optional.of(Long.parseLong(scalar.text()))
                        : Optional.of(scalar.text());
            case TEXT, FRACTION, UNKNOWN -> Optional.of(scalar.text());
        };
    }

    private static List<Object> list(Part.Sequence sequence, int depth) {
        List<Object> list = new ArrayList<>();
        sequence.elements().forEach(element -> value(element.value(), depth).ifPresent(list::add));
        return list;
    }

    private static Map<String, Object> map(Part.Mapping mapping, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Part.Pair pair : mapping.pairs()) {
            if (pair.merges()) {
                merged(pair.value(), depth).forEach(map::putIfAbsent);
            } else {
                value(pair.value(), depth).ifPresent(value -> map.put(pair.name(), value));
            }
        }
        return map;
    }

    private static Map<String, Object> merged(Part from, int depth) {
        Map<String, Object> merged = new LinkedHashMap<>();
        if (target(from) instanceof Part.Sequence sequence) {
            sequence.elements()
                    .forEach(element -> merged(element.value(), depth + 1).forEach(merged::putIfAbsent));
        } else if (target(from) instanceof Part.Mapping mapping && depth <= DEEPEST) {
            merged.putAll(map(mapping, depth + 1));
        }
        return merged;
    }
}
