package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.lamina.model.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// No text makes the reader throw, hang, or point outside of the text.
class CompositionReaderFuzzTest {
    private static final String[] PIECES = {
        "\t",
        "\n",
        "\n\n",
        "  ",
        "- ",
        ": ",
        ":",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "&a ",
        "*a",
        "<<: *a",
        "? ",
        "| ",
        ">",
        "!!int ",
        "!x",
        "#",
        "---\n",
        "...\n",
        "%",
        "@",
        "`",
        "\\",
        "\0",
        "\u0001",
        "\ud800",
        "\ufeff",
        "0",
        "-1",
        "~",
        "null",
        "9".repeat(30),
        "x".repeat(1000),
        "\r",
        "\u2028",
        "services:\n",
        "\"\\U00110000\"",
        "\"\\ud800\"",
        "a: &a [*a]\n"
    };

    private final CompositionReader reader = new CompositionReader();

    static LongStream seeds() {
        return LongStream.range(0, 700);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changedCompositionsAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        var composition = new RandomCompositions(seed % 50).next();
        StringBuilder text = new StringBuilder(
                random.nextBoolean() ? CompositionWriter.yaml(composition) : CompositionWriter.json(composition));
        for (int i = random.nextInt(6) + 1; i > 0; i--) {
            change(text, random);
        }
        check(text.toString());
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(20));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end));
            case 2 -> text.setLength(at);
            default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomBytesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        check(new String(bytes, StandardCharsets.ISO_8859_1));
        check(new String(bytes, StandardCharsets.UTF_8));
        check(IntStream.range(0, 30)
                .mapToObj(i -> PIECES[random.nextInt(PIECES.length)])
                .collect(Collectors.joining()));
    }

    private void check(String text) {
        List<Problem> problems = read(text).problems();
        long lines = text.chars()
                        .filter(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
                        .count()
                + 1;
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.span().file()).isEqualTo("fuzz.yml");
            assertThat(problem.span().line()).isBetween(1, (int) lines);
            assertThat(problem.span().column()).isBetween(1, text.length() + 1);
            assertThat(problem.message())
                    .doesNotContain("\n")
                    .doesNotContain("token")
                    .doesNotContain("yaml.");
        });
        assertThatCode(() -> LabelReader.read(text, "image")).doesNotThrowAnyException();
    }

    private ReadResult read(String text) {
        return reader.read(List.of(new SourceText("fuzz.yml", text)));
    }

    static Stream<Arguments> monsters() {
        int many = 300_000;
        return Stream.of(
                Arguments.of("nested lists", "[".repeat(many)),
                Arguments.of("nested block lists", "- ".repeat(many)),
                Arguments.of("nested mappings", "{a: ".repeat(many)),
                Arguments.of("nested keys", "? ".repeat(many)),
                Arguments.of("many values", "init: [" + "a,".repeat(many) + "]"),
                Arguments.of("many unknown keys", numbered("x%d: 1\n", 100_000)),
                Arguments.of("many unknown volumes", volumes(20_000)),
                Arguments.of(
                        "deep files",
                        "files:\n" + numbered("- {path: %d/" + "a/".repeat(2000) + "b, contents: x}\n", 1000)),
                Arguments.of("one long text", "files: [{path: x, contents: \"" + "a ".repeat(5_000_000) + "\"}]"),
                Arguments.of("too long", " ".repeat(TreeLoader.LONGEST + 1)),
                Arguments.of("chain of aliases", "a0: &a0 [x]\n" + chain(5_000)),
                Arguments.of("chain of merges", "a0: &a0 {k0: x}\n" + merges(5_000)),
                Arguments.of(
                        "merge of many",
                        "a: &a {" + "x".repeat(9) + ": 1}\nb: {<<: [" + "*a, ".repeat(100_000) + "]}"));
    }

    private static String numbered(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String volumes(int count) {
        return "volumes:\n" + numbered("- {name: v%d}\n", count)
                + "services:\n- name: a\n  image: b\n  binds:\n"
                + numbered("  - w%d:/x\n", count);
    }

    private static String chain(int count) {
        return IntStream.range(1, count)
                .mapToObj(i -> "a%1$d: &a%1$d [*a%2$d]\n".formatted(i, i - 1))
                .collect(Collectors.joining());
    }

    private static String merges(int count) {
        return IntStream.range(1, count)
                .mapToObj(i -> "a%1$d: &a%1$d {<<: *a%2$d, k%1$d: x}\n".formatted(i, i - 1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("monsters")
    void hugeTextsEndInTime(String name, String text) {
        assertTimeout(Duration.ofSeconds(20), () -> read(text));
    }
}
