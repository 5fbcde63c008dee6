package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.inspector.Summary.Step;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.testing.Sessions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryTest {
    @TempDir
    Path home;

    private Summary of(String text) {
        DocumentSession session = Sessions.session(Sessions.desk(home), text);
        return Summary.of(session.composition(), session.reviewed().get());
    }

    @Test
    void anEmptyDocumentSaysWhatToBeginWith() {
        assertThat(of("").next())
                .map(Step::words)
                .containsExactly(
                        "Add a kernel: without one nothing boots.",
                        "Add the init, lamina/init and lamina/runtime: they start everything else.",
                        "Add a service: drag one from the palette onto the lane of services.");
    }

    @Test
    void theGravestProblemIsNext() {
        Summary summary = of("""
                kernel: {image: lamina/kernel}
                init: [lamina/init, lamina/runtime]
                services:
                  - {name: web, image: lamina/httpd, capabilities: [all]}
                """);
        assertThat(summary.counts()).isEqualTo(Map.of(Lane.KERNEL, 1, Lane.INIT, 2, Lane.SERVICES, 1));
        assertThat(summary.kernel()).isEqualTo("lamina/kernel");
        assertThat(summary.exposed().orElseThrow().path()).isEqualTo("services[0]");
        assertThat(summary.next()).map(Step::path).containsExactly("services[0].capabilities[0]");
    }
}
