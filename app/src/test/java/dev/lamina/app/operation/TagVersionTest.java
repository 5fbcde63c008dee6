package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagVersionTest {
    private static final List<String> TAGS = List.of(
            "latest",
            "1",
            "2",
            "1.9",
            "1.27",
            "1.28",
            "1.28",
            "1.100",
            "2.0",
            "1.27.1",
            "1.28.2",
            "1.28-alpine",
            "1.29-alpine",
            "1.29-alpine3.20",
            "1.29-alpine3.21",
            "1.30-rc1",
            "1.30rc2",
            "1.30-beta.2",
            "v1.40",
            "v1.41",
            "20240329",
            "20250101",
            "bookworm",
            "1.29-bookworm",
            "a86d74c8f89be8956330c3b115b0b1f2e09ef6e0");

    @ParameterizedTest
    @CsvSource({
        "1.27, 1.28 1.100 2.0",
        "1, 2",
        "2, ''",
        "1.27.0, 1.27.1 1.28.2",
        "1.27-alpine, 1.28-alpine 1.29-alpine",
        "1.29-alpine3.9, 1.29-alpine3.20 1.29-alpine3.21",
        "1.30-rc0, 1.30-rc1",
        "v1.4, v1.40 v1.41",
        "20230101, 20240329 20250101",
        "latest, ''",
        "bookworm, ''",
        "b86d74c8f89be8956330c3b115b0b1f2e09ef6e0, ''",
        "99999999999999999999999999.0, ''"
    })
    void onlyLaterVersionsOfTheSameFormAreNewer(String tag, String newer) {
        assertThat(String.join(" ", TagVersion.newer(tag, TAGS))).isEqualTo(newer);
    }
}
