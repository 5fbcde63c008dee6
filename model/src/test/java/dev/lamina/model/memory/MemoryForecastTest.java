package dev.lamina.model.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class MemoryForecastTest {
    private static final long MIB = 1 << 20;

    private static double mib(long bytes) {
        return (double) bytes / MIB;
    }

    @Test
    void theInitrdAndWhatItHoldsMustFitWithHalfTheMemoryForFiles() {
        SystemLoad large = SystemLoad.of(20 * MIB, 50 * MIB, 0);

        assertThat(mib(MemoryForecast.toUnpack(large))).isCloseTo((2 * 50 + 20 + 48) * 64 / 63.0, within(0.1));
        assertThat(MemoryForecast.toStart(large)).isEqualTo(MemoryForecast.toUnpack(large));
    }

    @Test
    void ofASmallSystemItsServicesDecide() {
        SystemLoad small = SystemLoad.of(4 * MIB, 9 * MIB, 20);

        assertThat(mib(MemoryForecast.toStart(small))).isCloseTo((9 + 68 + 20 * 1.172) * 64 / 63.0, within(0.1));
        assertThat(MemoryForecast.toStart(small)).isEqualTo(MemoryForecast.toRun(small));
    }

    @Test
    void aLimitCountsWhenItIsUsed() {
        OptionalLong limit = OptionalLong.of(100 * MIB);
        SystemLoad limited = new SystemLoad(4 * MIB, 9 * MIB, List.of(limit, OptionalLong.empty()));
        SystemLoad free = SystemLoad.of(4 * MIB, 9 * MIB, 2);

        assertThat(MemoryForecast.toStart(limited)).isEqualTo(MemoryForecast.toStart(free));
        assertThat(MemoryForecast.atLimits(free)).isEqualTo(MemoryForecast.toStart(free));
        assertThat(mib(MemoryForecast.atLimits(limited) - MemoryForecast.toStart(limited)))
                .isCloseTo(98.8, within(0.1));
    }

    @Test
    void limitsBeyondAllReasonAreTooMuchForAnyMachine() {
        OptionalLong most = OptionalLong.of(Long.MAX_VALUE);

        assertThat(MemoryForecast.atLimits(new SystemLoad(0, 0, List.of(most, most))))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void knowingLessGivesNoMore() {
        for (long files : new long[] {0, 5 * MIB, 80 * MIB, 900 * MIB}) {
            SystemLoad load = SystemLoad.of(files / 3, files, 3);
            assertThat(MemoryForecast.surely(files / 3))
                    .isLessThanOrEqualTo(MemoryForecast.surely(load))
                    .isLessThan(MemoryForecast.toStart(load));
        }
    }

    @Test
    void filesTakeWholePages() {
        assertThat(SystemLoad.pages(0)).isZero();
        assertThat(SystemLoad.pages(1)).isEqualTo(4096);
        assertThat(SystemLoad.pages(4096)).isEqualTo(4096);
        assertThat(SystemLoad.pages(4097)).isEqualTo(8192);
    }
}
