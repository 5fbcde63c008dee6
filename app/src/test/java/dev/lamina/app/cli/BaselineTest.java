package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing is found, by the profile that everybody gets, of what comes with Lamina.
final class BaselineTest {
    private static final Path EXAMPLES = Conformance.checkout().resolve("examples");

    @TempDir
    Path home = Path.of("");

    static Stream<Path> examples() throws IOException {
        return Files.list(EXAMPLES).filter(file -> file.toString().matches(".*(?<!\\.lamina)\\.yml"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreClean(Path example) throws IOException {
        // The key that sshd.yml takes from its user.
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/id_ed25519.pub"), "ssh-ed25519 AAAA me@here\n");

        assertThat(clean(example.getFileName().toString())).isEqualTo("");
    }

    private String clean(String file) {
        return CliRun.in(EXAMPLES, home, "validate", "--quiet", "--fail-on", "info", file)
                .out();
    }

    static Stream<Component> components() {
        return Catalogue.embedded().components().stream()
                .filter(component -> component.section() != Component.Section.KERNEL
                        && component.section() != Component.Section.INIT);
    }

    @ParameterizedTest
    @MethodSource("components")
    void builtInComponentsAreClean(Component component) {
        String document =
                """
                kernel: {image: lamina/kernel, cmdline: console=ttyS0}
                init: [lamina/init, lamina/runtime]
                %s:
                  - name: it
                    image: %s
                """.formatted(component.section().toString().replace("service", "services"), component.reference());

        CliRun run = CliRun.withInput(home, document, "validate", "--quiet", "--fail-on", "info", "-");

        assertThat(run.out()).isEqualTo("");
        assertThat(run.code()).isZero();
    }

    @Test
    void whatTheyAskForIsShownByTheStrictProfile() {
        assertThat(CliRun.in(EXAMPLES, home, "validate", "--quiet", "--profile", "restricted", "minimal.yml")
                        .out())
                .contains(
                        "minimal.yml:24:12: high PRV14: service getty sees all processes of the system: pid is host\n");
    }
}
