package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.cli.Cli;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.Needed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    private static String line(BufferedReader from, String beginning) throws IOException {
        String line = from.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = from.readLine();
        }
        assertThat(line).isNotNull();
        return String.valueOf(line);
    }

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
        PipedInputStream seen = new PipedInputStream(1 << 16);
        PrintStream out = new PrintStream(new PipedOutputStream(seen), true, StandardCharsets.UTF_8);
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread command = Thread.ofPlatform()
                .start(() -> code.complete(new Cli(new Wiring(environment), environment, "1")
                        .run(
                                List.of("run", "--watch", "--json", "--accel=tcg", "--compression=fast", "watched.yml"),
                                InputStream.nullInputStream(),
                                out,
                                new PrintStream(OutputStream.nullOutputStream()),
                                () -> false)));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(seen, StandardCharsets.UTF_8))) {
            line(lines, "{\"machine\":\"watched");
            line(lines, "{\"readySeconds\":");

            Files.writeString(document, Files.readString(document).replace("1000", "2000"));

            assertThat(line(lines, "{\"changed\"")).isEqualTo("{\"changed\":[\"service worker\"]}");
            String ready = line(lines, "{\"readySeconds\":");
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
