package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a container is told: by the document, and where that is silent, by the label of its image.
record SpecLayers(ContainerSpec document, Origin inDocument, ContainerSpec label, Origin inLabel) {

    /// Where values come from that nobody gives.
    Origin nobody() {
        return new Origin(Origin.Kind.DEFAULT, inDocument.path(), "the default");
    }

    /// As [#lastNonEmpty], with the place of the value.
    Given<String> tracedText(String key, Given<String> otherwise, Function<ContainerSpec, Optional<String>> text) {
        return this.<String>traced(key, layer -> text.apply(layer).filter(each -> !each.isEmpty()))
                .orElse(otherwise);
    }

    /// The document's value, else the label's.
    <T> Optional<T> given(Function<ContainerSpec, Optional<T>> value) {
        return value.apply(document).or(() -> value.apply(label));
    }

    /// The same for a list, which is replaced as a whole: an empty one in the document clears the label's.
    <T> List<T> list(Function<ContainerSpec, Optional<List<T>>> values) {
        return given(values).orElse(List.of());
    }

    /// The document's text, else the label's, else `otherwise`; an empty text says nothing.
    String lastNonEmpty(String otherwise, Function<ContainerSpec, Optional<String>> text) {
        return Stream.of(text.apply(document), text.apply(label))
                .flatMap(Optional::stream)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /// As [#given], with the place of the value.
    <T> Optional<Given<T>> traced(String key, Function<ContainerSpec, Optional<T>> value) {
        return value.apply(document)
                .map(found -> new Given<>(found, inDocument.key(key)))
                .or(() -> value.apply(label).map(found -> new Given<>(found, inLabel.key(key))));
    }

    /// As [#list], with the place of each value.
    <T> List<Given<T>> tracedList(String key, Function<ContainerSpec, Optional<List<T>>> values) {
        return traced(key, values).map(SpecLayers::elements).orElse(List.of());
    }

    /// The document's list; without one the label's, followed by what the document adds under `KEY.add`.
    <T> List<Given<T>> extended(
            String key,
            Function<ContainerSpec, Optional<List<T>>> values,
            Function<ContainerSpec, Optional<List<T>>> added) {
        if (values.apply(document).isPresent()) {
            return tracedList(key, values);
        }
        List<Given<T>> all = new ArrayList<>(tracedList(key, values));
        added.apply(document).ifPresent(more -> all.addAll(elements(new Given<>(more, inDocument.key(key + ".add")))));
        return all;
    }

    private static <T> List<Given<T>> elements(Given<List<T>> list) {
        List<Given<T>> elements = new ArrayList<>();
        for (T value : list.value()) {
            elements.add(new Given<>(value, list.origin().element(elements.size())));
        }
        return elements;
    }
}
