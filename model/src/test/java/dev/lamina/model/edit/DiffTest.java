package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DiffTest {

    @Test
    void theSameTextsHaveNoDifference() {
        assertThat(Diff.of("x", "a\nb\n", "a\nb\n")).isEmpty();
        assertThat(Diff.of("x", "a\r\nb\r\n", "a\nb")).isEmpty();
    }

    @Test
    void linesAreShownWithThreeLinesAround() {
        assertThat(Diff.of("x.yml", numbers(1, 20), numbers(1, 20).replace("\n10\n", "\nten\n")))
                .isEqualTo("""
                        --- x.yml
                        +++ x.yml
                        @@ -7,7 +7,7 @@
                         7
                         8
                         9
                        -10
                        +ten
                         11
                         12
                         13
                        """);
    }

    @Test
    void neighboursShareAHunkAndOthersHaveTheirOwn() {
        String after = numbers(1, 20)
                .replace("\n2\n", "\n2\nadded\nmore\n")
                .replace("\n8\n", "\n")
                .replace("\n19\n", "\n");
        assertThat(Diff.of("x", numbers(1, 20), after)).isEqualTo("""
                --- x
                +++ x
                @@ -1,11 +1,12 @@
                 1
                 2
                +added
                +more
                 3
                 4
                 5
                 6
                 7
                -8
                 9
                 10
                 11
                @@ -16,5 +17,4 @@
                 16
                 17
                 18
                -19
                 20
                """);
    }

    @Test
    void emptyRangesAreNamedByTheLineAbove() {
        assertThat(Diff.of("x", "", "a\n")).isEqualTo("--- x\n+++ x\n@@ -0,0 +1,1 @@\n+a\n");
        assertThat(Diff.of("x", "a\n", "")).isEqualTo("--- x\n+++ x\n@@ -1,1 +0,0 @@\n-a\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoeverFollowsItGetsTheNewText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<String> before = lines(random);
            List<String> after = new ArrayList<>(before);
            for (int i = random.nextInt(6); i > 0 && !after.isEmpty(); i--) {
                after.remove(random.nextInt(after.size()));
                after.add(random.nextInt(after.size() + 1), "n" + random.nextInt(9));
            }
            String diff = Diff.of("x", String.join("\n", before), String.join("\n", after));
            assertThat(patched(before, diff)).isEqualTo(after);
        }
    }

    @Test
    void textsThatHaveLittleInCommonEndInTime() {
        Random random = new Random(1);
        String before = String.join(
                "\n",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "a" + random.nextInt(40))
                        .toList());
        String after = String.join(
                "\n",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "a" + random.nextInt(40))
                        .toList());
        List<String> result = patched(before.lines().toList(), Diff.of("x", before, after));
        assertThat(result).isEqualTo(after.lines().toList());
    }

    private static List<String> lines(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> "l" + random.nextInt(12))
                .toList();
    }

    /// As `patch` does it, by line numbers alone.
    private static List<String> patched(List<String> before, String diff) {
        List<String> result = new ArrayList<>();
        int at = 0;
        for (String line : diff.lines().skip(2).toList()) {
            if (line.startsWith("@@")) {
                String[] range = line.split("[ ,]");
                int from = -Integer.parseInt(range[1]) - (range[2].equals("0") ? 0 : 1);
                result.addAll(before.subList(at, from));
                at = from;
                continue;
            }
            if (line.charAt(0) != '+') {
                assertThat(before.get(at++)).isEqualTo(line.substring(1));
            }
            if (line.charAt(0) != '-') {
                result.add(line.substring(1));
            }
        }
        result.addAll(before.subList(at, before.size()));
        return result;
    }

    private static String numbers(int from, int to) {
        return String.join(
                        "\n",
                        IntStream.rangeClosed(from, to)
                                .mapToObj(String::valueOf)
                                .toList()) + "\n";
    }
}
