package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.edit.Edit.Move;
import dev.lamina.model.edit.PlainTree.Box;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever moves: the values are those that were meant, for a reader that is not ours; the lines that moved
/// are the same but for their indentation, and all others are the same.
final class MovePropertiesTest {
    /// Of each of 132 documents of LinuxKit's.
    private static final int MOVES = 20;

    private static final int GENERATED = 60;
    private static final int BATCH = 50;

    @TestFactory
    Stream<DynamicTest> compositionsOfLinuxKit() {
        return Conformance.cases().stream()
                .flatMap(each -> each.documents().stream())
                .filter(document -> !document.text().contains("@pkg:"))
                .distinct()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> {
                    for (int seed = 0; seed < MOVES; seed++) {
                        Random random = new Random(seed * 37L + document.name().hashCode());
                        check(EditPropertiesTest.varied(document.text(), random), random.nextLong());
                    }
                }));
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
        List<Edit> moves = moves(tree, new Random(seed));
        if (moves.isEmpty()) {
            return;
        }
        String edited;
        try {
            edited = DocumentEditor.apply(List.of(new SourceText("x.yml", text)), moves)
                    .getFirst()
                    .text();
        } catch (InvalidCompositionException e) {
            // Blank lines below a text that keeps them are part of it.
            assertThat(text).as("seed %d: %s%n%s", seed, moves, e.getMessage()).containsAnyOf("*", "|+", "&");
            return;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + moves + "\n" + text, e);
        }
        moves.forEach(tree::apply);
        String description = "seed %d: %s%n%s%n---%n%s".formatted(seed, moves, text, edited);
        assertThat(PlainTree.read(edited)).as(description).isEqualTo(tree.value());
        if (text.indexOf('[') < 0 && text.indexOf('{') < 0) {
            linesOnlyMove(text, edited, description);
        }
    }

    private static List<Edit> moves(PlainTree tree, Random random) {
        List<Box> elements = tree.boxes().stream().filter(Box::isElement).toList();
        List<Box> lists = tree.boxes().stream().filter(Box::isList).toList();
        List<Edit> moves = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0 && !elements.isEmpty(); i--) {
            Box from = elements.get(random.nextInt(elements.size()));
            Box list = lists.get(random.nextInt(lists.size()));
            if (random.nextInt(3) == 0) {
                list = Objects.requireNonNull(from.parent());
            }
            String to = "%s[%d]".formatted(list.path(), random.nextInt(list.size() + 1));
            String listPath = list.path();
            boolean free = taken.stream()
                    .noneMatch(path ->
                            from.path().startsWith(path) || path.startsWith(from.path()) || listPath.startsWith(path));
            boolean inside = list.path().startsWith(from.path());
            boolean target = moves.stream()
                    .map(Move.class::cast)
                    .anyMatch(move -> move.to().startsWith(from.path()));
            if (free && !inside && !target) {
                moves.add(new Move(from.path(), to));
                taken.add(from.path());
            }
        }
        return moves;
    }

    /// But for blank lines around lists within lists, and the brackets of lists that are empty now.
    private static void linesOnlyMove(String before, String after, String description) {
        List<String> diff = Diff.of("", before, after).lines().skip(2).toList();
        assertThat(changed(diff, "+")).as(description).isEqualTo(changed(diff, "-"));
    }

    private static List<String> changed(List<String> diff, String sign) {
        return diff.stream()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1).strip().replaceFirst("^(-\\s*)+", ""))
                .map(line -> line.replaceFirst(" ?\\[]", ""))
                .filter(line -> !line.isEmpty())
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
