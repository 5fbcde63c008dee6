package dev.lamina.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SideFactsTest {
    private static final String NAME = "web.lamina.yml";

    private static RunFacts facts(String text) {
        return SideFacts.of(SideFile.read(new SourceText(NAME, text)));
    }

    private static Optional<SourceSpan> at(int line, int column, int end) {
        return Optional.of(new SourceSpan(NAME, line, column, line, end));
    }

    @Test
    void memoryAndPortsHaveTheirPlaces() {
        assertThat(facts("""
            run:
              memory: 256M # enough
              publish:
                - "8080:80"
                - 0.0.0.0:5353:53/udp
            """))
                .isEqualTo(new RunFacts(
                        OptionalLong.of(256 << 20),
                        at(2, 11, 15),
                        List.of(
                                new Publish("127.0.0.1", 8080, 80, false, false, at(4, 7, 16)),
                                new Publish("", 5353, 53, true, false, at(5, 7, 26))),
                        Optional.empty()));
    }

    /// What an alias brings stands elsewhere, and of a list with a mistake it is not sure which text is which.
    @Test
    void whatCannotBeChangedThereHasNoPlace() {
        assertThat(facts("run: {memory: &m 128M, publish: [*m, \"8080:80\"]}\n"))
                .isEqualTo(new RunFacts(
                        OptionalLong.of(128 << 20),
                        at(1, 15, 22),
                        List.of(new Publish("127.0.0.1", 8080, 80, false, false)),
                        Optional.empty()));
    }

    @Test
    void nothingIsKnownOfAFileThatSaysNothing() {
        assertThat(facts("test: {expect: [{console: \"login:\"}]}\n")).isEqualTo(RunFacts.UNKNOWN);
    }
}
