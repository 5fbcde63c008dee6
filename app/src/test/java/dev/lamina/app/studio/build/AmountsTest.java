package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AmountsTest {
    @Test
    void sizesAreDecimalWithOneDigit() {
        assertThat(Amounts.bytes(999)).isEqualTo("999 B");
        assertThat(Amounts.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Amounts.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(Amounts.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Amounts.bytes(4_200_000_000L)).isEqualTo("4.2 GB");
    }

    @Test
    void growthHasASign() {
        assertThat(Amounts.growth(0)).isEqualTo("±0");
        assertThat(Amounts.growth(1_500)).isEqualTo("+1.5 kB");
        assertThat(Amounts.growth(-20)).isEqualTo("−20 B");
    }

    @Test
    void timesAreAsExactAsTheyMatter() {
        assertThat(Amounts.time(Duration.ofMillis(42))).isEqualTo("0.04 s");
        assertThat(Amounts.time(Duration.ofMillis(2_345))).isEqualTo("2.3 s");
        assertThat(Amounts.time(Duration.ofMillis(12_345))).isEqualTo("12 s");
        assertThat(Amounts.time(Duration.ofSeconds(75))).isEqualTo("1:15 min");
    }
}
