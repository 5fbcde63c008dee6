package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class GuestMemoryTest {
    private static final long MIB = VmSpec.MIB;

    @Test
    void theInitrdAndWhatItHoldsMustFitWithHalfTheMemoryForFiles() {
        assertThat(GuestMemory.minimum(10 * MIB, OptionalLong.of(20 * MIB))).isEqualTo(102 * MIB);
        assertThat(GuestMemory.minimum(30 * MIB, OptionalLong.of(20 * MIB))).isEqualTo(112 * MIB);
    }

    @Test
    void withoutKnowingMoreTheInitrdUnpacksToTwiceItsSize() {
        assertThat(GuestMemory.minimum(10 * MIB, OptionalLong.empty())).isEqualTo(102 * MIB);
        assertThat(GuestMemory.minimum(0, OptionalLong.empty())).isEqualTo(62 * MIB);
    }
}
