package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.edit.Walk.Found;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Paths mean for edits what they mean for the reader of compositions, in documents with mistakes too.
final class PathsTest {
    private static final String[] MISTAKES = {
        "  - 7\n",
        "  - {}\n",
        "  - name: x\n",
        "  - [a]\n",
        "- ~\n",
        "    binds: 7\n",
        "    capabilities: [1, a, ~]\n",
        "    env:\n      - a\n      - {b: c}\n      - d\n",
        "  - name: 3\n    image: i\n",
        "  - {name: n, image: \"a b\"}\n",
        "    devices: [{path: /x}, y, {path: /z}]\n",
        "  - {path: a}\n",
        "  - {path: b, directory: false}\n",
        "# c\n"
    };

    @TestFactory
    Stream<DynamicTest> everyPlaceIsFoundByItsPath() {
        return Conformance.cases().stream()
                .flatMap(each -> each.documents().stream())
                .filter(document -> !document.text().contains("*"))
                .distinct()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> {
                    for (int seed = 0; seed < 20; seed++) {
                        check(mistaken(
                                document.text(),
                                new Random(seed * 31L + document.name().hashCode())));
                    }
                }));
    }

    private static String mistaken(String text, Random random) {
        List<String> lines =
                new java.util.ArrayList<>(text.lines().map(line -> line + "\n").toList());
        for (int i = random.nextInt(4); i > 0; i--) {
            lines.add(random.nextInt(lines.size() + 1), MISTAKES[random.nextInt(MISTAKES.length)]);
        }
        return String.join("", lines);
    }

    private static void check(String text) {
        SourceText source = new SourceText("x.yml", text);
        ReadResult read = new CompositionReader().read(List.of(source));
        OpenDocument document = OpenDocument.of(source);
        for (Map.Entry<String, SourceSpan> place : read.sources().spans().entrySet()) {
            SourceSpan span = place.getValue();
            Optional<Found> found = Walk.find(document, place.getKey(), place.getKey(), false);
            int start = found.orElseThrow()
                    .slot()
                    .origin()
                    .orElseThrow()
                    .value()
                    .extent()
                    .start();
            assertThat(start)
                    .as("%s in%n%s", place.getKey(), text)
                    .isEqualTo(DocumentTree.offset(text, span.line(), span.column()));
        }
    }
}
