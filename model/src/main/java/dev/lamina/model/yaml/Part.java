package dev.lamina.model.yaml;

import java.util.List;

/// A value of a YAML text as it is written, with its places as offsets into the text. Aliases and merge
/// keys are kept as such.
public sealed interface Part {
    Extent extent();

    /// Where a part stands in the text.
    ///
    /// @param start where its anchor or its tag begins, or the value itself when it has neither
    /// @param value where the value itself begins
    /// @param end behind the last character of the value; for a block scalar behind its last line of text,
    ///     without the end of that line
    /// @param anchor the name of its anchor, such as that of `&name`; empty when it has none
    /// @param tagged whether it has a tag, such as `!!str`
    record Extent(int start, int value, int end, String anchor, boolean tagged) {}

    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED;

        /// Whether the text stands in lines of its own below a `|` or `>`.
        public boolean isBlock() {
            return this == LITERAL || this == FOLDED;
        }
    }

    enum Type {
        TEXT,
        NUMBER,
        FRACTION,
        TRUTH,
        NOTHING,
        /// What only a program of its author can read, by a tag such as `!secret`.
        UNKNOWN
    }

    /// @param text without quotes, escapes and line folding
    record Scalar(Extent extent, Style style, Type type, String text) implements Part {}

    /// @param name of the anchor
    /// @param target what it stands for
    record Alias(Extent extent, String name, Part target) implements Part {}

    /// @param flow whether it is written as `[a, b]`
    record Sequence(Extent extent, boolean flow, List<Element> elements) implements Part {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /// @param dash where the dash of a block sequence stands; -1 in a flow sequence
    record Element(int dash, Part value) {}

    /// @param flow whether it is written as `{a: b}`
    /// @param plain whether its pairs are written as `key: value`; others, such as `? key`, cannot be
    ///     changed in place
    record Mapping(Extent extent, boolean flow, boolean plain, List<Pair> pairs) implements Part {
        public Mapping {
            pairs = List.copyOf(pairs);
        }
    }

    /// @param colon where the colon stands; -1 when a key of a flow mapping has none
    record Pair(Part key, int colon, Part value) {
        /// The key when it is a text, else something that is no key.
        public String name() {
            return key instanceof Scalar scalar ? scalar.text() : "";
        }

        public int start() {
            return key.extent().start();
        }

        /// Behind the value, or the colon when there is no value.
        public int end() {
            Extent at = value.extent();
            boolean empty = at.start() == at.end();
            return empty ? Math.max(key.extent().end(), colon + 1) : at.end();
        }

        /// Whether it is `<<: *name`.
        public boolean merges() {
            return key instanceof Scalar(Extent _, Style style, Type _, String text)
                    && style == Style.PLAIN
                    && text.equals("<<");
        }
    }
}
