package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.cli.Cli;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.LineQueue;
import dev.lamina.app.testing.Needed;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lamina run --watch` with a real machine.
final class WatchIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aChangedServiceIsReadySoonAfterTheSave() throws Exception {
        Needed.program("qemu-system-x86_64");
        Path document = Files.writeString(folder.resolve("watched.yml"), BootedSystem.BASE + """
            services:
              - name: worker
                image: lamina/getty
                command: [sleep, "1000"]
            """);
        Environment environment = BootedSystem.environment(folder, folder);
        LineQueue lines = new LineQueue();
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread command = Thread.ofPlatform()
                .start(() -> code.complete(new Cli(new Wiring(environment), environment, "1")
                        .run(
                                List.of("run", "--watch", "--json", "--accel=tcg", "--compression=fast", "watched.yml"),
                                InputStream.nullInputStream(),
                                lines.stream(),
                                new PrintStream(OutputStream.nullOutputStream()),
                                () -> false)));
        try {
            lines.next("{\"machine\":\"watched");
            lines.next("{\"readySeconds\":");

            Files.writeString(document, Files.readString(document).replace("1000", "2000"));

            assertThat(lines.next("{\"changed\"")).isEqualTo("{\"changed\":[\"service worker\"]}");
            String ready = lines.next("{\"readySeconds\":");
            double boot = number(ready, "readySeconds");
            double sinceSave = number(ready, "sinceSaveSeconds");
            assertThat(sinceSave - boot).as(ready).isBetween(0.0, 5.0);
        } finally {
            command.interrupt();
            assertThat(code.get(30, TimeUnit.SECONDS)).isEqualTo(130);
        }
    }

    private static double number(String line, String key) {
        return Double.parseDouble(line.replaceFirst(".*\"" + key + "\":([0-9.]+).*", "$1"));
    }
}
