package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.LineQueue;
import dev.lamina.app.testing.PlayedWiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `lamina run --watch` prints.
final class WatchSessionTest {
    private static final String DOCUMENT = """
        kernel: {image: lamina/kernel}
        services:
          - {name: web, image: lamina/httpd}
        """;

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final LineQueue said = new LineQueue();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final FakeHypervisor hypervisor = new FakeHypervisor(vm -> {
        vm.print("hello\r\n");
        vm.send("ready");
    });
    private Thread command = new Thread();

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("kernel"), "");
        Files.writeString(folder.resolve("web.yml"), DOCUMENT);
        Environment environment = CliRun.environment(folder);
        command = Thread.ofPlatform()
                .start(() -> code.complete(new Cli(
                                new PlayedWiring(environment, () -> hypervisor, folder.resolve("kernel")),
                                environment,
                                "1")
                        .run(
                                List.of("run", "--watch", "web.yml"),
                                new ByteArrayInputStream(new byte[0]),
                                new PrintStream(console, true, StandardCharsets.UTF_8),
                                said.stream(),
                                () -> false)));
    }

    @AfterEach
    void end() throws Exception {
        command.interrupt();
        assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
    }

    @Test
    void eachStepIsALineBesideTheConsoles() throws Exception {
        assertThat(said.next()).matches("== built in \\d+\\.\\d s; web boots \\(tcg\\)");
        assertThat(List.of(said.next(), said.next()))
                .anyMatch("== watching for changes; to end press Ctrl-C"::equals)
                .anyMatch(line -> line.matches("== ready after \\d+\\.\\d s"));

        Files.writeString(folder.resolve("web.yml"), DOCUMENT.replace("httpd", "nginx"));
        assertThat(said.next()).isEqualTo("== changed: service web");
        assertThat(said.next()).matches("== built in \\d+\\.\\d s; web boots \\(tcg\\)");
        assertThat(said.next()).matches("== ready after \\d+\\.\\d s, \\d+\\.\\d s after the change");

        Files.writeString(folder.resolve("web.yml"), "kernel: [");
        assertThat(said.next()).startsWith("== web.yml:1:");
        String line = said.next();
        while (line.startsWith("== hint: ") || line.startsWith("== web.yml:")) {
            line = said.next();
        }
        assertThat(line).isEqualTo("== the machine before goes on; save again to try again");
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("hello\r\nhello\r\n");
    }
}
