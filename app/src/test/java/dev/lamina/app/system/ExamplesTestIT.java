package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.Needed;
import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lamina test` on the real QEMU, without acceleration as everyone has it: all examples do what their side files
/// expect of them.
final class ExamplesTestIT {
    @TempDir
    Path folder = Path.of("");

    private Environment environment() {
        return BootedSystem.environment(Conformance.checkout(), folder);
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Conformance.checkout().resolve("examples"))) {
            return files.map(file -> "examples/" + file.getFileName())
                    .filter(file -> file.endsWith(".yml") && !file.endsWith(".lamina.yml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allExamplesDoWhatIsExpectedOfThem() throws Exception {
        Needed.program("xmllint");
        Path ssh = Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(ssh.resolve("id_ed25519.pub"), "ssh-ed25519 AAAA me@here\n");
        Path report = folder.resolve("report.xml");
        List<String> args = new ArrayList<>(List.of(
                "test",
                "--quiet",
                "--jobs",
                "2",
                "--accel",
                "tcg",
                "--compression",
                "fast",
                "--junit",
                report.toString()));
        args.addAll(examples());

        Command.Lamina test = Command.lamina(environment(), args.toArray(String[]::new));

        assertThat(test.code()).as(test.out() + test.err()).isZero();
        assertThat(test.out())
                .contains("%d systems: %<d passed, 0 failed in "
                        .formatted(examples().size()));
        Command.run("xmllint", "--noout", "--schema", schema().toString(), report.toString());
    }

    private static Path schema() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ExamplesTestIT.class.getResource("/dev/lamina/app/cli/junit.xsd"))
                .toURI());
    }

    @Test
    void aSystemThatDoesNotBootIsExplained() throws Exception {
        Files.writeString(
                folder.resolve("broken.yml"),
                BootedSystem.BASE.replace("[lamina/init, lamina/runtime]", "[lamina/runtime]"));
        Files.writeString(
                folder.resolve("broken.lamina.yml"),
                "test: {expect: [{console: 'login:'}, {exec: 'true'}, {explained: no-root}]}\n");

        Command.Lamina test = Command.lamina(folder, "test", "--quiet", "--accel", "tcg", "broken.yml");

        assertThat(test.code()).as(test.err()).isEqualTo(1);
        assertThat(test.out())
                .containsPattern("  FAILED   the console shows \"login:\"  \\([0-9.]+ s\\)\n"
                        + "           it has not shown it; the system has failed: the kernel found"
                        + " neither an initrd with /init nor a root file system\n"
                        + "  skipped  \"true\" succeeds\n"
                        + "           the system has failed: the kernel found neither an initrd with"
                        + " /init nor a root file system\n"
                        + "  passed   the boot fails with no-root")
                .contains("what failed:\n"
                        + "  kernel: the kernel found neither an initrd with /init nor a root file system\n")
                .contains("broken.yml FAILED: 1 of 3 steps, 1 skipped in ");
    }
}
