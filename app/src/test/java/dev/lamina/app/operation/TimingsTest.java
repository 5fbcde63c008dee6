package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimingsTest {
    @ParameterizedTest
    @CsvSource({"7, 7, 7", "9 1, 1, 5", "3 1 2, 1, 2", "40 10 30 20, 10, 25", "5 5 5 100 1, 1, 5"})
    void theMedianIsInTheMiddle(String runs, long min, long median) {
        Timings timings = new Timings(Stream.of(runs.split(" "))
                .map(Long::valueOf)
                .map(Duration::ofMillis)
                .toList());

        assertThat(Arrays.asList(timings.min(), timings.median()))
                .containsExactly(Duration.ofMillis(min), Duration.ofMillis(median));
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> new Timings(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
