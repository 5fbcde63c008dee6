package dev.lamina.assembler.packages.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DebianVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.0,            1.0,             0",
        "1.0,            1.1,            -1",
        "1.9,            1.10,           -1",
        "1.0~rc1,        1.0,            -1",
        "1.0~~,          1.0~,           -1",
        "1.0,            1.0a,           -1",
        "1.0a,           1.0+,           -1",
        "1.0-1,          1.0-1+b1,       -1",
        "1.0-1~deb13u1,  1.0-1,          -1",
        "2.0,            1:1.0,          -1",
        "1.0,            1.0-0,           0",
        "1.0-1,          1.0-2,          -1",
        "1.0-2-1,        1.0-10-1,       -1",
        "007,            7,               0",
        "6.12.107-1,     6.12.117-1,     -1",
        "1.21-1,         1.21-1+deb13u1, -1",
        "1:1.37.0-6+b9,  1:1.37.0-6+b10, -1",
    })
    void versionsAreOrderedAsDebianOrdersThem(String a, String b, int order) {
        assertThat(Integer.signum(DebianVersion.ORDER.compare(a, b))).isEqualTo(order);
        assertThat(Integer.signum(DebianVersion.ORDER.compare(b, a))).isEqualTo(-order);
    }
}
