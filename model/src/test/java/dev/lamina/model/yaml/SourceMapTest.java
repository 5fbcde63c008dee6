package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.SourceSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceMapTest {
    private static final SourceSpan SERVICES = SourceSpan.at("a.yml", 1, 1);
    private static final SourceSpan SECOND = SourceSpan.at("a.yml", 5, 3);

    private final SourceMap map = new SourceMap(Map.of("services", SERVICES, "services[1]", SECOND));

    @ParameterizedTest
    @ValueSource(strings = {"services[1]", "services[1].capabilities", "services[1].capabilities[0]"})
    void aValueWithoutAPlaceIsWhereItsEnclosingOneIs(String path) {
        assertThat(map.find(path)).contains(SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "services[0]", "services[10].name"})
    void anotherElementIsNotMistakenForIt(String path) {
        assertThat(map.find(path)).contains(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "service", "kernel.image", "[0]"})
    void whatIsNowhereHasNoPlace(String path) {
        assertThat(map.find(path)).isEmpty();
        assertThat(SourceMap.EMPTY.find(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kernel, a.yml:1:9",
        "kernel.cmdline, a.yml:1:29",
        "services[0], b.yml:2:5",
        "services[0].name, b.yml:2:11",
        "services[0].capabilities[1], b.yml:4:30",
        "services[1].image, c.yml:1:31",
    })
    void afterAMergeTheIndexesAreThoseOfTheWhole(String path, String place) {
        ReadResult read = new CompositionReader()
                .read(List.of(
                        new SourceText("a.yml", "kernel: {image: k, cmdline: quiet}\n"),
                        new SourceText("b.yml", """
                                services:
                                  - name: web
                                    image: w
                                    capabilities: [CAP_KILL, CAP_CHOWN]
                                """),
                        new SourceText("c.yml", "services: [{name: api, image: i}]\n")));
        assertThat(read.problems()).isEmpty();
        assertThat(read.sources().find(path))
                .hasValueSatisfying(span -> assertThat(span).hasToString(place));
    }

    @Test
    void aPlaceIsWrittenAsCompilersDo() {
        assertThat(SECOND).hasToString("a.yml:5:3");
    }
}
