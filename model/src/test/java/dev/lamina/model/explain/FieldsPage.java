package dev.lamina.model.explain;

import dev.lamina.model.explain.Explanations.Kind;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The explanations as a page of the documentation, `docs/fields.md`.
final class FieldsPage {
    private static final String HEAD = """
        # Every key, capability and word

        What the keys of a composition do, what each capability is worth, and what the words of mounts, namespaces and the kernel command
        line mean: the same texts as beside the fields of the window and in `lamina explain WORD`. This page is made from the schema and from
        `model/src/main/resources/dev/lamina/model/explain/`; to change it, change those and run the tests of `model` with
        `-Dlamina.record=true`.
        """;

    private FieldsPage() {}

    static String markdown() {
        return HEAD
                + Schema.shapes().stream().map(FieldsPage::shape).collect(Collectors.joining())
                + capabilities()
                + Arrays.stream(Kind.values()).map(FieldsPage::words).collect(Collectors.joining());
    }

    private static String shape(Shape shape) {
        return "\n## "
                + capital(shape.name())
                + "\n\n| key | type | what | if not given | sources |\n|---|---|---|---|---|\n"
                + shape.keys().stream().map(key -> row(shape, key)).collect(Collectors.joining());
    }

    private static String row(Shape shape, Key key) {
        Explanation explanation = Explanations.of(shape, key);
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        key.name(),
                        key.type().words(),
                        explanation.summary() + " " + explanation.detail(),
                        explanation.otherwise().orElse(""),
                        String.join("; ", explanation.sources()));
    }

    private static String capabilities() {
        return "\n"
                + "## Capabilities\n\n"
                + "| capability | allows | an attacker gains | who needs it | sources |\n"
                + "|---|---|---|---|---|\n"
                + Arrays.stream(Capability.values())
                        .map(Explanations::capability)
                        .map(each -> "| `%s` | %s | %s | %s | %s |\n"
                                .formatted(
                                        each.title(),
                                        each.summary() + " " + each.detail(),
                                        each.attacker().orElse(""),
                                        each.need().orElse(""),
                                        String.join("; ", each.sources())))
                        .collect(Collectors.joining());
    }

    private static String words(Kind kind) {
        String title = switch (kind) {
            case NAMESPACE -> "Words of namespaces";
            case MOUNT -> "Options of mounts";
            case KERNEL -> "Words of the kernel command line";
        };
        return "\n## "
                + title
                + "\n\n| word | what | example | sources |\n|---|---|---|---|\n"
                + Explanations.words(kind).stream()
                        .flatMap(word -> Explanations.word(kind, word).stream())
                        .map(each -> "| `%s` | %s | `%s` | %s |\n"
                                .formatted(
                                        each.title(),
                                        each.summary() + " " + each.detail(),
                                        each.example().orElse(""),
                                        String.join("; ", each.sources())))
                        .collect(Collectors.joining());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
