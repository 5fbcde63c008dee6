package dev.lamina.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TrainingTest {
    @Test
    void everythingButTheUnknownCommandSucceeds() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        Training.run(
                Conformance.checkout().resolve("examples/minimal.yml").toString(),
                new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("lamina: unknown command 'no-such-command'\nhint: see 'lamina --help'\n");
    }
}
