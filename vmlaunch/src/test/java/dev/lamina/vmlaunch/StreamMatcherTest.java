package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StreamMatcherTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Few letters, so that patterns often begin again inside of themselves.
    @ParameterizedTest
    @MethodSource("seeds")
    void everyOccurrenceIsFoundAlsoOverlappingOnes(long seed) {
        Random random = new Random(seed);
        byte[] pattern = letters(random, 1 + random.nextInt(6));
        byte[] text = letters(random, random.nextInt(200));
        StreamMatcher matcher = new StreamMatcher(pattern);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < text.length; i++) {
            if (matcher.accept(text[i] & 0xff)) {
                found.add(i + 1 - pattern.length);
            }
        }
        assertThat(found)
                .isEqualTo(occurrences(
                        new String(text, StandardCharsets.ISO_8859_1),
                        new String(pattern, StandardCharsets.ISO_8859_1)));
    }

    private static byte[] letters(Random random, int length) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) (random.nextBoolean() ? 'a' : 0xe9);
        }
        return letters;
    }

    private static List<Integer> occurrences(String text, String pattern) {
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
            found.add(at);
        }
        return found;
    }

    @Test
    void nothingCannotBeLookedFor() {
        assertThatThrownBy(() -> new StreamMatcher(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to look for");
    }
}
