package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What earlier versions left is read by this one. `home-1` was written by version 0.1.0, whose format is the first:
/// an image was imported, and a system with it built.
@SuppressWarnings("NullAway.Init")
class OlderHomeTest {
    @TempDir
    Path folder;

    private Operations operations;

    @BeforeEach
    void copy() throws IOException, URISyntaxException {
        Path kept = Path.of(Objects.requireNonNull(OlderHomeTest.class.getResource("home-1"))
                .toURI());
        Path home = folder.resolve("home");
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(kept.relativize(file).toString()));
            }
        }
        operations = new Wiring(new Environment(
                Map.of("LAMINA_HOME", home.toString()), folder, folder, OperatingSystem.LINUX, "amd64", false));
    }

    @Test
    void itsFormatIsKnown() {
        HomeFormat format = new HomeFormat(operations.home());

        format.check();
        format.note();

        assertThat(operations.home().cache().resolve("version")).hasContent("1\n");
    }

    @Test
    void itsImagesAreThereAndWhole() {
        List<StoredImage> images = operations.images().list();

        assertThat(images).extracting(image -> image.ref().name()).containsExactly("docker.io/library/mine:1");
        assertThat(operations.images().prune(false, Reporter.silent()).damaged())
                .isEmpty();
    }

    @Test
    void itsNotesOfBuildsAreReadWithWhatWasInTheSystem() {
        List<BuildNote> notes = operations.buildHistory().latest(Instant.EPOCH);

        assertThat(notes).extracting(BuildNote::name).containsExactly("x");
        SystemListing listing =
                operations.buildHistory().listing(notes.getFirst()).orElseThrow();
        assertThat(listing.files()).extracting("path").contains("etc/motd");
    }
}
