package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A document of somebody else is read, and must not control the terminal of whoever reads it.
final class HostileDocumentTest {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate x.yml",
                "validate --profile restricted --fix --dry-run x.yml",
                "validate --json x.yml",
                "validate --format sarif x.yml",
                "resolve x.yml",
                "resolve --exposure x.yml",
                "resolve --json x.yml",
                "mounts x.yml",
                "mounts --json x.yml",
                "plan --offline x.yml",
                "plan --offline --json x.yml",
                "lock --check --offline x.yml",
                "build --offline x.yml",
                "run --offline x.yml",
                "size --offline x.yml"
            })
    void nothingOfItControlsTheTerminal(String command) throws IOException {
        for (String wrong : new String[] {"", "\"key\\e[2J\": 1\n"}) {
            Files.writeString(folder.resolve("x.yml"), """
                kernel: {image: "acme/kernel\\e[2J", cmdline: "quiet\\u009b2J"}
                init: ["acme/init\\e]52;c;eA==\\a"]
                onboot:
                  - {name: "first\\e[31m", image: "acme/first\\u009b31m", capabilities: ["CAP\\e[2J"]}
                services:
                  - name: "web\\e]0;title\\a"
                    image: "acme/web:1\\u202e"
                    command: ["sh\\e[2J"]
                    binds: ["/a\\e[2J:/b\\u009b"]
                    capabilities: [all]
                files:
                  - {path: "etc/x\\e[2J", contents: "\\e[2J"}
                """ + wrong);

            CliRun run = CliRun.in(folder, command.split(" "));

            assertThat(run.out() + run.err())
                    .as(command)
                    .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202e]");
            assertThat(run.code()).as(run.err()).isLessThan(4);
        }
    }
}
