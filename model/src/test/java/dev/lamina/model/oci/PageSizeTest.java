package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSizeTest {

    @ParameterizedTest
    @CsvSource({
        "65536, 64KB",
        "2097152, 2MB",
        "33554432, 32MB",
        "1073741824, 1GB",
        "17179869184, 16GB",
        "1099511627776, 1024GB",
        "1536, ''",
        "2, ''",
        "0, ''",
        "-2097152, ''"
    })
    void theLargestUnitThatFitsIsUsed(long bytes, String text) {
        assertThat(PageSize.text(bytes).orElse("")).isEqualTo(text);
    }
}
