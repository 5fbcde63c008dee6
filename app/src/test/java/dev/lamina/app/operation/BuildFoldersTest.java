package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildFoldersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path builds = Path.of("");

    private Path use(String name, Instant when) throws IOException {
        BuildFolders folders = new BuildFolders(builds, Clock.fixed(when, ZoneOffset.UTC));
        try (BuildFolders.Held held = folders.hold(name, List.of("/" + name + ".yml"), Arch.AMD64)) {
            Files.writeString(held.folder().resolve(name + "-kernel"), "kernel");
            return held.folder();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(builds)) {
            return all.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString().replaceFirst("-[0-9a-f]{12}$", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSameDocumentsGetTheSameFolder() throws IOException {
        BuildFolders folders = new BuildFolders(builds, Clock.systemUTC());
        Path first = use("a", START);

        assertThat(use("a", START)).isEqualTo(first);
        try (BuildFolders.Held held = folders.hold("a", List.of("/a.yml"), Arch.ARM64)) {
            assertThat(held.folder()).isNotEqualTo(first);
        }
    }

    @Test
    void theEightUsedLastAreKept() throws IOException {
        for (int i = 0; i < 12; i++) {
            use("n" + i, START.plus(Duration.ofDays(2L * i)));
        }

        assertThat(names())
                .containsExactlyElementsOf(
                        IntStream.range(4, 12).mapToObj(i -> "n" + i).sorted().toList());
    }

    @Test
    void foldersInUseLatelyAreKept() throws IOException {
        for (int i = 0; i < 12; i++) {
            use("n" + i, START.plus(Duration.ofMinutes(i)));
        }

        assertThat(names()).hasSize(12);
    }
}
