package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever is edited: the values are those that were meant, for a reader that is not ours, and no other
/// line changes.
final class EditPropertiesTest {
    /// Of each of 132 documents of LinuxKit's.
    private static final int EDITS = 40;

    private static final int GENERATED = 100;
    private static final int BATCH = 50;

    @TestFactory
    Stream<DynamicTest> compositionsOfLinuxKit() {
        return Conformance.cases().stream()
                .flatMap(each -> each.documents().stream())
                .filter(document -> !document.text().contains("@pkg:"))
                .distinct()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> {
                    for (int seed = 0; seed < EDITS; seed++) {
                        Random random = new Random(seed * 31L + document.name().hashCode());
                        check(varied(document.text(), random), random.nextLong());
                    }
                }));
    }

    static String varied(String text, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> text.replace("\n", "\r\n");
            case 1 -> text.stripTrailing();
            default -> text;
        };
    }

    @TestFactory
    Stream<DynamicTest> generatedDocuments() {
        return IntStream.range(0, GENERATED)
                .mapToObj(batch -> DynamicTest.dynamicTest("batch " + batch, () -> {
                    for (long seed = (long) batch * BATCH; seed < (batch + 1L) * BATCH; seed++) {
                        check(new RandomDocuments(seed).next(), seed);
                    }
                }));
    }

    private static void check(String text, long seed) {
        PlainTree tree = new PlainTree(text);
        List<Edit> edits = new RandomEdits(seed).next(tree);
        SourceText document = new SourceText("x.yml", text);
        SourceText edited;
        try {
            edited = DocumentEditor.apply(List.of(document), edits).getFirst();
        } catch (InvalidCompositionException e) {
            assertThat(text).as("seed %d: %s", seed, e.getMessage()).contains("*");
            assertThat(e).hasMessageNotContaining("without changing something else");
            return;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + edits + "\n" + text, e);
        }
        edits.forEach(tree::apply);
        String description = "seed %d: %s%n%s%n---%n%s".formatted(seed, edits, text, edited.text());
        assertThat(PlainTree.read(edited.text())).as(description).isEqualTo(tree.value());
        if (edits.size() == 1) {
            new LineCheck(text).check(edits.getFirst(), edited.text(), description);
        }
        sameAgain(document, edited);
    }

    private static void sameAgain(SourceText before, SourceText after) {
        assertThat(DocumentEditor.apply(List.of(before, after), List.of()))
                .first()
                .isSameAs(before);
    }
}
