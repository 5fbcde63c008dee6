package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// LinuxKit's own compositions and ours are reviewed: what is called an error must be true.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CalibrationIT {
    /// Looked at by hand: each would fail as it is written, by the file and the line.
    private static final Map<String, String> TRUE_ERRORS = Map.of();

    private Path work = Path.of("");
    private String cache = "";

    @BeforeAll
    void importAllImages(@TempDir Path folder) throws IOException {
        work = folder;
        cache = work.resolve("cache").toString();
        List<String> command = new ArrayList<>(List.of("image", "import", "--cache", cache));
        try (Stream<Path> images = Files.list(Conformance.folder().resolve("images"))) {
            images.map(Path::toString).sorted().forEach(command::add);
        }
        assertThat(CliRun.in(work, command.toArray(String[]::new)).code()).isZero();
    }

    @Test
    void linuxKitsOwnCompositionsHaveOnlyErrorsThatAreTrue() {
        Map<String, String> errors = new TreeMap<>();
        for (Conformance.Case composition : Conformance.cases()) {
            if (composition.name().startsWith("linuxkit")) {
                validate(composition).stream()
                        .filter(line -> line.contains(": error "))
                        .forEach(line -> errors.put(composition.name() + ": " + line, ""));
            }
        }

        assertThat(errors.keySet()).isEqualTo(TRUE_ERRORS.keySet());
    }

    private List<String> validate(Conformance.Case composition) {
        List<String> command = new ArrayList<>(List.of("validate", "--quiet", "--arch", "amd64", "--cache", cache));
        command.addAll(composition.files());
        return CliRun.in(composition.folder(), work.resolve("home"), command.toArray(String[]::new))
                .out()
                .lines()
                .collect(Collectors.toList());
    }
}
