package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolveCommandTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), """
            services:
              - name: sshd
                image: lamina/sshd
                capabilities.add: [CAP_KILL]
                binds:
                  - /etc/ssl:/etc/ssl:ro
                net: new
              - name: other
                image: other:1
            """);
    }

    @Test
    void eachValueSaysWhereItComesFrom() {
        CliRun run = CliRun.in(folder, "resolve", "web.yml", "sshd");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .startsWith("services[sshd]  lamina/sshd")
                .contains("  linux.namespaces[network]  {\"type\":\"network\"}  web.yml:7:10")
                .contains("  linux.namespaces[pid]  {\"type\":\"pid\"}  default")
                .contains("  root.readonly  true  label of the image")
                .anyMatch(line -> line.startsWith("  mounts[/etc/ssl]") && line.endsWith("  web.yml:6:9"))
                .anyMatch(line -> line.startsWith("  process.capabilities.effective")
                        && line.endsWith("  label of the image, web.yml:4:24"));
    }

    @Test
    void anImageThatIsNotThereIsSaid() {
        CliRun run = CliRun.in(folder, "resolve", "web.yml", "other");

        assertThat(run.out()).startsWith("services[other]  docker.io/library/other:1\n");
        assertThat(run.err())
                .isEqualTo("docker.io/library/other:1 is not in the store: what its label and configuration say is not"
                        + " known\n");
    }

    @Test
    void anUnknownNameHasAHint() {
        assertThat(CliRun.in(folder, "resolve", "web.yml", "shd"))
                .isEqualTo(
                        new CliRun(1, "", "lamina: no container has the name \"shd\"\nhint: did you mean \"sshd\"?\n"));
    }

    @Test
    void jsonHasTheSpecAndTheOrigins() {
        String json = CliRun.in(folder, "resolve", "--json", "web.yml", "sshd").out();

        assertThat(json.lines()).hasSize(1);
        assertThat(json)
                .startsWith("{\"section\":\"services\",\"name\":\"sshd\",\"image\":\"lamina/sshd\",\"imageKnown\":true,"
                        + "\"config\":{\"ociVersion\":\"1.2.1\",")
                .contains("\"linux.namespaces[network]\":[{\"kind\":\"document\",\"file\":\"web.yml\",\"line\":7,"
                        + "\"column\":10}]")
                .contains("\"exposure\":{\"score\":");
    }

    @Test
    void exposureNamesItsPartsTheHeaviestFirst() {
        CliRun run = CliRun.in(folder, "resolve", "--exposure", "web.yml", "sshd");

        assertThat(run.out()).matches("(?s)service sshd: \\d\\.\\d of 10 \\((tight|moderate)\\)\n.*");
        assertThat(run.out()).contains("  0.40  runs as root (by default): ");
    }
}
