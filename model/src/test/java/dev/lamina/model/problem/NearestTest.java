package dev.lamina.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class NearestTest {
    private static final List<String> WORDS =
            List.of("kernel", "init", "onboot", "onshutdown", "services", "volumes", "files", "devices");

    @ParameterizedTest
    @CsvSource({
        "kernal, kernel",
        "Kernel, kernel",
        "krenel, kernel",
        "service, services",
        "onboots, onboot",
        "on-boot, onboot",
        "int, init",
        "devces, devices",
        "onShutDown, onshutdown",
    })
    void fewTypingErrorsAreForgiven(String word, String meant) {
        assertThat(Nearest.of(word, WORDS)).contains(meant);
        assertThat(Nearest.hint(word, WORDS)).contains("did you mean \"" + meant + "\"?");
    }

    @Test
    void aHintIsSafeToShow() {
        assertThat(Nearest.hint("date", List.of("dat\u001b"))).contains("did you mean \"dat\\x1b\"?");
        assertThat(Nearest.hint("other", List.of("dat\u001b", "two\nlines")))
                .contains("known are dat\\x1b, two\\x0alines");
    }

    @ParameterizedTest
    @CsvSource({"x", "network", "''", "containers"})
    void anotherWordIsNotGuessed(String word) {
        assertThat(Nearest.of(word, WORDS)).isEmpty();
        assertThat(Nearest.hint(word, WORDS))
                .contains("known are kernel, init, onboot, onshutdown, services, volumes, files, devices");
    }

    @Test
    void theFirstOfEquallyNearOnesIsTaken() {
        assertThat(Nearest.of("cat", List.of("car", "can", "cap"))).contains("car");
        assertThat(Nearest.of("cat", List.of("cars", "cat"))).contains("cat");
    }

    @Test
    void nothingIsSaidWhereNothingHelps() {
        List<String> many =
                IntStream.range(0, 13).mapToObj(i -> "word" + i + "word").toList();
        assertThat(Nearest.hint("other", many)).isEmpty();
        assertThat(Nearest.hint("other", List.of())).isEmpty();
        assertThat(Nearest.of("a".repeat(65), List.of("a".repeat(65)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "abc, abc, 0", "abc, '', 3", "abc, acb, 1", "abc, bc, 1", "abc, axbc, 1", "ca, abc, 3"})
    void errorsAreInsertionsDeletionsReplacementsAndSwaps(String a, String b, int errors) {
        assertThat(Nearest.distance(a, b)).isEqualTo(errors);
        assertThat(Nearest.distance(b, a)).isEqualTo(errors);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneErrorIsADistanceOfOneAtMost(long seed) {
        Random random = new Random(seed);
        String word = "abcdefghij".substring(random.nextInt(5));
        int at = random.nextInt(word.length());
        String changed = switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + "x" + word.substring(at);
            default -> word.substring(0, at) + "x" + word.substring(at + 1);
        };
        assertThat(Nearest.distance(word, changed)).isEqualTo(1);
    }
}
