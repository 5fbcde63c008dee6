package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildNote.StepNote;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoreHoldings;
import dev.lamina.assembler.oci.StoreHoldings.Held;
import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class MakeRoomTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private Home home;
    private BuildHistory history;
    private MakeRoom room;

    @BeforeEach
    void open() {
        home = new Home(folder, folder);
        history = new BuildHistory(home.history());
        room = new MakeRoom(home, history, () -> NOW);
    }

    private void image(String name, int daysAgo) throws IOException {
        TestImages.add(home.images(), name, Arch.AMD64, name.repeat(2000));
        for (Held held : StoreHoldings.of(home.images())) {
            if (held.name().equals(ImageRef.parse(name))) {
                for (var digest : held.blobs().keySet()) {
                    age(home.images().resolve("blobs/sha256").resolve(digest.hex()), daysAgo);
                }
            }
        }
    }

    private Path file(Path place, int daysAgo) throws IOException {
        Files.createDirectories(place.getParent());
        Files.write(place, new byte[1000]);
        age(place, daysAgo);
        return place;
    }

    private static void age(Path file, int days) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
    }

    private Path part(char letter, int daysAgo) throws IOException {
        return file(home.segments().resolve(String.valueOf(letter).repeat(64)), daysAgo);
    }

    private List<ImageRef> names() throws IOException {
        try (ImageStore store = ImageStore.open(home.images())) {
            return store.names();
        }
    }

    private void built(String image, int daysAgo) throws IOException {
        StepNote step =
                new StepNote(StepNote.Kind.IMAGE, ImageRef.parse(image).name(), Ending.CACHED, Duration.ofMillis(1), 0);
        history.add(
                new BuildNote(
                        BuildSubject.of(folder.resolve(image + ".yml")),
                        NOW.minus(Duration.ofDays(daysAgo)),
                        Duration.ofSeconds(1),
                        Outcome.DONE,
                        "",
                        "x",
                        Arch.AMD64,
                        List.of("tar"),
                        List.of(step),
                        new SizeReport(List.of()),
                        List.of(),
                        Optional.empty()),
                Optional.empty());
    }

    private MakeRoom.Result until(long bytes) {
        return room.until(new ByteSize(bytes), false, Reporter.silent());
    }

    @Test
    void whatFitsStays() throws IOException {
        image("web", 100);
        part('a', 100);

        MakeRoom.Result result = until(1 << 20);

        assertThat(result.images()).isEmpty();
        assertThat(result.freed()).isZero();
        assertThat(names()).containsExactly(ImageRef.parse("web"));
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        Path old = part('a', 90);
        Path used = part('b', 10);
        Path packed = file(home.packages().resolve("c".repeat(64) + ".deb"), 50);
        Path note = file(home.facts().resolve("kernel-" + "d".repeat(64)), 20);

        MakeRoom.Result result = until(2000);

        assertThat(old).doesNotExist();
        assertThat(packed).doesNotExist();
        assertThat(note).exists();
        assertThat(used).exists();
        assertThat(List.of(result.parts(), result.packages(), result.notes())).containsExactly(1, 1, 0);
        assertThat(List.of(result.freed(), result.left())).containsExactly(2000L, 2000L);
    }

    @Test
    void anImageGoesWithItsFiles() throws IOException {
        image("old", 90);
        image("new", 1);
        long all = until(1 << 20).left();

        MakeRoom.Result result = until(all - 1);

        assertThat(result.images()).containsExactly(ImageRef.parse("old"));
        assertThat(names()).containsExactly(ImageRef.parse("new"));
        assertThat(result.freed()).isPositive().isEqualTo(all - result.left());
        assertThat(result.freed()).isEqualTo(result.store().bytes());
    }

    @Test
    void whatARecentBuildNeedsStaysThoughThereIsNoRoom() throws IOException {
        image("needed", 90);
        image("forgotten", 90);
        built("needed", 29);
        built("forgotten", 31);

        MakeRoom.Result result = until(0);

        assertThat(names()).containsExactly(ImageRef.parse("needed"));
        assertThat(result.needed()).containsExactly(ImageRef.parse("needed"));
        assertThat(result.left()).isPositive();
    }

    @Test
    void aDryRunTellsTheSameAndTakesNothing() throws IOException {
        image("old", 90);
        part('a', 80);

        MakeRoom.Result told = room.until(new ByteSize(0), true, Reporter.silent());

        assertThat(names()).containsExactly(ImageRef.parse("old"));
        MakeRoom.Result done = until(0);
        assertThat(told.freed()).isEqualTo(done.freed());
        assertThat(told.images()).isEqualTo(done.images());
        assertThat(List.of(done.parts(), told.parts())).containsExactly(1, 1);
        assertThat(done.left()).isZero();
    }

    @Test
    void filesThatAreNotOursStay() throws IOException {
        Path foreign = file(home.segments().resolve("notes.txt"), 900);

        until(0);

        assertThat(foreign).exists();
    }
}
