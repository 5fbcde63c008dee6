package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DuplicateNamesTest {
    /// So that all of them can be mended at once.
    @Test
    void eachIsOfferedAnotherName() {
        String text = "services:\n"
                + "  - {name: web-2, image: a}\n"
                + "  - {name: web, image: a}\n".repeat(3)
                + "volumes:\n"
                + "  - {name: data}\n".repeat(2);

        assertThat(new CompositionReader()
                        .read(List.of(new SourceText("a.yml", text)))
                        .problems())
                .extracting(Problem::replacement)
                .containsExactly(Optional.of("web-3"), Optional.of("web-4"), Optional.of("data-2"));
    }
}
