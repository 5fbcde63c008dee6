package dev.lamina.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "4096, 4096",
        "7 B, 7",
        "64k, 65536",
        "512M, 536870912",
        "512MB, 536870912",
        "1.5GiB, 1610612736",
        "' 2 TB ', 2199023255552",
        "0.5k, 512",
        "7E, 8070450532247928832",
        "9223372036854775807, 9223372036854775807",
    })
    void unitsArePowersOf1024(String text, long bytes) {
        assertThat(ByteSize.parse(text)).contains(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "M",
                "-1",
                "+1",
                "1,5G",
                "1.5",
                "0.3k",
                "1..5G",
                "1.G",
                ".5G",
                "1 k B",
                "1  k",
                "1kk",
                "1ki b",
                "8E",
                "9223372036854775808",
                "99999999999999999999",
                "1e3",
                "٣",
                "0x10",
            })
    void everythingElseIsNoSize(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0 bytes",
        "1, 1, 1 bytes",
        "1023, 1023, 1023 bytes",
        "1024, 1K, 1 KiB",
        "1536, 1536, 1.5 KiB",
        "536870912, 512M, 512 MiB",
        "1610612736, 1536M, 1.5 GiB",
        "9223372036854775807, 9223372036854775807, 8 EiB",
    })
    void sizesAreWrittenExactlyForProgramsAndShortlyForReaders(long bytes, String exact, String shown) {
        assertThat(new ByteSize(bytes).exact()).isEqualTo(exact);
        assertThat(new ByteSize(bytes)).hasToString(shown);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theExactFormReadsAsTheSame(long seed) {
        Random random = new Random(seed);
        long bytes = (random.nextLong() >>> 1 + random.nextInt(60)) << (10 * random.nextInt(3));
        ByteSize size = new ByteSize(Math.abs(bytes));
        assertThat(ByteSize.parse(size.exact())).contains(size);
    }

    @Test
    void lessThanNothingIsNoSize() {
        assertThatThrownBy(() -> new ByteSize(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a size cannot be negative: -1");
    }

    @Test
    void sizesAreOrderedByTheirBytes() {
        assertThat(new ByteSize(1)).isLessThan(new ByteSize(2)).isEqualByComparingTo(new ByteSize(1));
    }
}
