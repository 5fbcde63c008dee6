package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Proposal.Kind;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The keys that may stand in a place, and how they are begun.
final class KeyProposals {
    private static final String STEP = " ".repeat(Indenting.STEP);

    private KeyProposals() {}

    /// What the schema has at a place.
    static Optional<Schema.Type> type(List<Step> steps) {
        Schema.Type type = Schema.ROOT;
        for (Step step : steps) {
            Optional<Schema.Type> next = switch (step) {
                case Step.Key(String name) -> type instanceof Shape shape ? ofKey(shape, name) : Optional.empty();
                case Step.Index(int number) ->
                    type instanceof ListOf(Schema.Type element) ? Optional.of(element) : Optional.empty();
            };
            if (next.isEmpty()) {
                return Optional.empty();
            }
            type = next.get();
        }
        return Optional.of(type);
    }

    private static Optional<Schema.Type> ofKey(Shape shape, String name) {
        return shape.keys().stream()
                .filter(key -> key.name().equals(name))
                .map(Schema.Key::type)
                .findFirst();
    }

    /// Those that are required first, then those that are not used yet; used ones are left out.
    ///
    /// @param line whether the keys stand in lines of their own, not in braces
    static List<Proposal> of(Shape shape, Set<String> used, boolean line) {
        List<Schema.Key> open =
                shape.keys().stream().filter(key -> !used.contains(key.name())).toList();
        return Stream.concat(
                        open.stream().filter(Schema.Key::required),
                        open.stream().filter(key -> !key.required()))
                .map(key -> new Proposal(
                        Kind.KEY, key.name(), begun(key, line), Abouts.of(shape, key), completes(key.type())))
                .toList();
    }

    private static String begun(Schema.Key key, boolean line) {
        if (!line) {
            return key.name() + ": ";
        }
        return key.name() + ":"
                + switch (key.type()) {
                    case Plain plain -> " ";
                    case ListOf(Shape shape) -> "\n" + STEP + "- " + firstKey(shape);
                    case ListOf list -> "\n" + STEP + "- ";
                    case Shape shape -> "\n" + STEP;
                    case TextMap map -> "\n" + STEP;
                };
    }

    /// How an element of a list is begun.
    static String firstKey(Shape shape) {
        return shape.keys().getFirst().name() + ": ";
    }

    private static boolean completes(Schema.Type type) {
        return !(type instanceof TextMap) && type != Plain.NUMBER;
    }
}
