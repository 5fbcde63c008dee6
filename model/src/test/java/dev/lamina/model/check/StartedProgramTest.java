package dev.lamina.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Section;
import dev.lamina.model.check.ImageFiles.Entry;
import dev.lamina.model.check.ImageFiles.Kind;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StartedProgramTest {

    private static Optional<StartedProgram> program(String keys) {
        String yaml = "services:\n  - name: a\n    image: box:1\n" + keys.indent(4);
        ReadResult read = new CompositionReader().read(List.of(new SourceText("x.yml", yaml)));
        return StartedProgram.of(new ContainerResolver(read.composition(), read.sources(), Arch.AMD64)
                .effective(Section.SERVICES, 0, ImageConfig.EMPTY));
    }

    private static List<String> candidates(String keys) {
        return program(keys).orElseThrow().candidates();
    }

    @Test
    void aPathIsThatPath() {
        assertThat(candidates("command: [/bin/sh]")).containsExactly("/bin/sh");
        assertThat(candidates("command: [bin/start]\ncwd: /opt")).containsExactly("/opt/bin/start");
    }

    @Test
    void aWordIsLookedForInTheFoldersOfPath() {
        assertThat(candidates("command: [sh]\nenv: [PATH=/none, 'PATH=/usr/bin::bin:/sbin/']\ncwd: /opt"))
                .containsExactly("/usr/bin/sh", "/opt/bin/sh", "/sbin/sh");
        assertThat(candidates("command: [sh]"))
                .containsExactly(
                        "/usr/local/sbin/sh",
                        "/usr/local/bin/sh",
                        "/usr/sbin/sh",
                        "/usr/bin/sh",
                        "/sbin/sh",
                        "/bin/sh");
    }

    @Test
    void withoutACommandThereIsNone() {
        assertThat(program("readonly: true")).isEmpty();
        assertThat(program("command: []")).isEmpty();
        assertThat(program("command: ['']")).isEmpty();
    }

    @Test
    void whatCannotBeStartedIsPassedOver() {
        ImageFiles files = new ImageFiles(
                Map.of(
                        "usr", new Entry(Kind.DIRECTORY, 0755, 0, 0, 0, ""),
                        "usr/bin", new Entry(Kind.DIRECTORY, 0755, 0, 0, 0, ""),
                        "usr/bin/sh", new Entry(Kind.FILE, 0644, 0, 0, 1, ""),
                        "bin", new Entry(Kind.DIRECTORY, 0755, 0, 0, 0, ""),
                        "bin/sh", new Entry(Kind.FILE, 0755, 0, 0, 1, "")),
                Map.of());

        assertThat(program("command: [sh]").orElseThrow().in(files)).contains("/bin/sh");
        assertThat(program("command: [/usr/bin/sh]").orElseThrow().in(files)).isEmpty();
    }
}
