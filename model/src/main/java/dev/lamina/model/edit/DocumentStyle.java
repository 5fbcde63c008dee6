package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;

/// How the author of a document indents, and whether short lists stand in brackets.
///
/// @param newline the end of its first line
/// @param dashes how far dashes stand to the right of their key
/// @param keys how far keys stand to the right of the key that they belong to
/// @param flow whether most lists of single values are written as `[a, b]`
/// @param quotes how texts are written between brackets; in double quotes in JSON
record DocumentStyle(String newline, int dashes, int keys, boolean flow, Part.Style quotes) {
    static final DocumentStyle USUAL = new DocumentStyle("\n", 2, 2, false, Part.Style.PLAIN);

    static DocumentStyle of(String text, Part root) {
        Look look = new Look(text);
        look.at(root);
        return new DocumentStyle(
                Scan.newline(text),
                look.dashes < 0 ? 2 : look.dashes,
                look.keys < 0 ? 2 : look.keys,
                look.flow > 0 && look.flow >= look.block,
                isJson(root) ? Part.Style.DOUBLE_QUOTED : Part.Style.PLAIN);
    }

    private static boolean isJson(Part root) {
        return root instanceof Part.Mapping mapping
                && mapping.flow()
                && !mapping.pairs().isEmpty()
                && mapping.pairs().stream()
                        .allMatch(pair ->
                                pair.key() instanceof Part.Scalar scalar && scalar.style() == Part.Style.DOUBLE_QUOTED);
    }

    private static final class Look {
        private final String text;
        private int dashes = -1;
        private int keys = -1;
        private int flow;
        private int block;

        Look(String text) {
            this.text = text;
        }

        void at(Part part) {
            switch (part) {
                case Part.Scalar scalar -> {}
                case Part.Alias alias -> {}
                case Part.Sequence sequence -> sequence(sequence);
                case Part.Mapping mapping -> mapping.pairs().forEach(pair -> pair(pair, mapping.flow()));
            }
        }

        private void sequence(Part.Sequence sequence) {
            boolean single = !sequence.elements().isEmpty();
            for (Part.Element element : sequence.elements()) {
                at(element.value());
                single &= element.value() instanceof Part.Scalar;
            }
            if (single && sequence.flow()) {
                flow++;
            } else if (single) {
                block++;
            }
        }

        private void pair(Part.Pair pair, boolean inFlow) {
            switch (pair.value()) {
                case Part.Sequence sequence
                when dashes < 0 && !inFlow && !sequence.flow() -> dashes = Math.max(0, offset(pair, sequence));
                case Part.Mapping mapping
                when keys < 0 && !inFlow && !mapping.flow() -> keys = Math.max(1, offset(pair, mapping));
                default -> {}
            }
            at(pair.value());
        }

        private int offset(Part.Pair pair, Part value) {
            return Scan.column(text, value.extent().value()) - Scan.column(text, pair.start());
        }
    }
}
