package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerRulesTest {

    @Test
    void aBindMountNeedsASource() {
        String text = """
                services:
                  - name: web
                    image: a
                    mounts:
                      - {type: bind, destination: /x}
                """;
        assertThat(new CompositionReader()
                        .read(List.of(new SourceText("test.yml", text)))
                        .problems())
                .containsExactly(new Problem(
                        new SourceSpan("test.yml", 5, 9, 5, 38),
                        "the mount for \"/x\" of service web has no source",
                        Optional.of("add source: with a path of the host or the name of a volume")));
    }
}
