package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Composition;
import dev.lamina.model.conformance.Conformance;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompositionWriterTest {
    private final CompositionReader reader = new CompositionReader();

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenReadsAsTheSame(long seed) {
        Composition composition = new RandomCompositions(seed).next();
        assertReadsAs(composition, CompositionWriter.yaml(composition));
        assertReadsAs(composition, CompositionWriter.json(composition));
    }

    @Test
    void conformanceCasesReadAsTheSameWhenWritten() {
        for (Conformance.Case each : Conformance.cases()) {
            Composition composition = reader.read(each.documents()).composition();
            assertReadsAs(composition, CompositionWriter.yaml(composition));
            assertReadsAs(composition, CompositionWriter.json(composition));
        }
    }

    private void assertReadsAs(Composition composition, String text) {
        ReadResult result = reader.read(List.of(new SourceText("written", text)));
        assertThat(result.problems()).as(text).isEmpty();
        assertThat(result.composition()).as(text).isEqualTo(composition);
    }

    @Test
    void yamlIsWhatAPersonWouldWrite() {
        String text = """
                kernel:
                  image: docker.io/linuxkit/kernel:6.6
                  cmdline: console=ttyS0
                init:
                  - docker.io/linuxkit/init:1
                services:
                  - name: web
                    image: docker.io/library/nginx:1
                    capabilities:
                      - CAP_CHOWN
                    capabilities.add: []
                    uid: 33
                    sysctl:
                      net.ipv4.ip_forward: "1"
                files:
                  - path: etc/motd
                    contents: |
                      Hello
                        you
                    mode: "0644"
                """;
        assertThat(CompositionWriter.yaml(read(text))).isEqualTo(text);
    }

    @Test
    void jsonHasFourBlanksForEachLevel() {
        assertThat(CompositionWriter.json(read("init: [a]\nvolumes: [{name: v, readonly: true}]\n")))
                .isEqualTo("""
                        {
                            "init": [
                                "docker.io/library/a"
                            ],
                            "volumes": [
                                {
                                    "name": "v",
                                    "readonly": true
                                }
                            ]
                        }
                        """);
    }

    @Test
    void anEmptyCompositionIsAnEmptyMapping() {
        assertThat(CompositionWriter.yaml(read("{}"))).isEqualTo("{}\n");
        assertThat(CompositionWriter.json(read("{}"))).isEqualTo("{}\n");
    }

    private Composition read(String text) {
        return reader.read(List.of(new SourceText("test.yml", text))).orThrow().composition();
    }
}
