package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A value of a YAML text with its place: what SnakeYAML composed, with aliases and merge keys resolved.
sealed interface Item {
    SourceSpan span();

    /// The value in the words of messages.
    String kind();

    /// @param unresolved why a text that is a template stands for itself
    record Scalar(SourceSpan span, Type type, String text, Optional<PackageNames.Answer.Unknown> unresolved)
            implements Item {
        Scalar(SourceSpan span, Type type, String text) {
            this(span, type, text, Optional.empty());
        }

        enum Type {
            TEXT("a text"),
            NUMBER("a number"),
            FRACTION("a number"),
            TRUTH("true or false"),
            NOTHING("nothing");

            private final String words;

            Type(String words) {
                this.words = words;
            }
        }

        @Override
        public String kind() {
            return type.words;
        }
    }

    record Sequence(SourceSpan span, List<Item> items) implements Item {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// @param broken keys whose values were left out as they are of a wrong type
    record Mapping(SourceSpan span, List<Entry> entries, Set<String> broken) implements Item {
        public Mapping {
            entries = List.copyOf(entries);
            broken = Set.copyOf(broken);
        }

        Mapping(SourceSpan span, List<Entry> entries) {
            this(span, entries, Set.of());
        }

        /// The value of a key that is a text.
        Optional<Item> get(String name) {
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /// @param merged whether the entry came in by a merge key
    record Entry(Item key, Item value, boolean merged) {
        String name() {
            return key instanceof Scalar scalar ? scalar.text() : "";
        }
    }
}
