package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import dev.lamina.model.yaml.Item.Sequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// The values of a mapping that [SchemaCheck] has passed, by key and type.
record Fields(Mapping mapping) {

    /// For keys whose whole mapping may be absent.
    static final Fields NONE = new Fields(new Mapping(SourceSpan.at("", 1, 1), List.of()));

    Optional<Item> item(String key) {
        return mapping.get(key);
    }

    boolean has(String key) {
        return item(key).isPresent();
    }

    /// Whether the key was not written at all, rather than with a value of a wrong type.
    boolean absent(String key) {
        return !has(key) && !mapping.broken().contains(key);
    }

    Optional<Scalar> scalar(String key) {
        return item(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    Optional<String> text(String key) {
        return scalar(key).map(Scalar::text);
    }

    String textOrEmpty(String key) {
        return text(key).orElse("");
    }

    Optional<Boolean> truth(String key) {
        return text(key).map(Boolean::parseBoolean);
    }

    OptionalLong number(String key) {
        return scalar(key).map(scalar -> Numbers.parse(scalar.text())).orElse(OptionalLong.empty());
    }

    long numberOrZero(String key) {
        return number(key).orElse(0);
    }

    /// Empty when the key is absent.
    Optional<List<Item>> items(String key) {
        return item(key).filter(Sequence.class::isInstance).map(value -> ((Sequence) value).items());
    }

    Optional<List<String>> texts(String key) {
        return list(key, value -> ((Scalar) value).text());
    }

    List<Scalar> scalars(String key) {
        return items(key).orElse(List.of()).stream().map(Scalar.class::cast).toList();
    }

    <T> Optional<List<T>> list(String key, Function<Item, T> element) {
        return items(key).map(items -> items.stream().map(element).toList());
    }

    <T> Optional<List<T>> shapes(String key, Function<Fields, T> element) {
        return list(key, item -> element.apply(new Fields((Mapping) item)));
    }

    List<Fields> mappings(String key) {
        return shapes(key, fields -> fields).orElse(List.of());
    }

    Optional<Fields> shape(String key) {
        return item(key).filter(Mapping.class::isInstance).map(value -> new Fields((Mapping) value));
    }

    Optional<Map<String, String>> textMap(String key) {
        return shape(key).map(fields -> {
            Map<String, String> result = new LinkedHashMap<>();
            for (Entry entry : fields.mapping.entries()) {
                result.put(entry.name(), ((Scalar) entry.value()).text());
            }
            return Collections.unmodifiableMap(result);
        });
    }
}
