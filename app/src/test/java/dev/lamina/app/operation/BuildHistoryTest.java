package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildNote.StepNote;
import dev.lamina.app.operation.BuildNote.Written;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class BuildHistoryTest {
    private static final BuildSubject WEB = BuildSubject.of(Path.of("/srv/web.yml"));

    @TempDir
    Path folder;

    private BuildHistory history;

    @BeforeEach
    void open() {
        history = new BuildHistory(folder.resolve("history"));
    }

    private static BuildNote note(BuildSubject subject, int second, Outcome outcome) {
        return new BuildNote(
                subject,
                Instant.ofEpochSecond(1_800_000_000L + second),
                Duration.ofMillis(1234),
                outcome,
                outcome == Outcome.FAILED ? "two\nlines\tand \\ more" : "",
                "web",
                Arch.ARM64,
                List.of("kernel+initrd", "tar"),
                List.of(
                        new StepNote(StepNote.Kind.IMAGE, "lamina/init", Ending.CACHED, Duration.ofMillis(5), 0),
                        new StepNote(
                                StepNote.Kind.SEGMENT, "init[0] and 2 more", Ending.MADE, Duration.ofMillis(700), 9)),
                new SizeReport(List.of(new SizeReport.Row("services web", 3, 500, 90))),
                List.of(new Written(Path.of("/out/web.tar").toAbsolutePath(), 77, Hashing.EMPTY)),
                Optional.empty());
    }

    private static SystemListing listing(int size) {
        ListedFile file =
                new ListedFile("etc/motd", "files", Kind.FILE, 0644, 0, 0, 0, size, 1, "", Optional.of(Hashing.EMPTY));
        return SystemListing.of(List.of(file), Map.of(), 0, false);
    }

    private long files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("history").resolve(WEB.key()))) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    @Test
    void notesComeBackWholeTheNewestFirst() throws IOException {
        BuildNote first = history.add(note(WEB, 1, Outcome.DONE), Optional.of(listing(1)));
        BuildNote second = history.add(note(WEB, 2, Outcome.FAILED), Optional.empty());
        BuildNote third = history.add(note(WEB, 3, Outcome.CANCELLED), Optional.empty());
        history.add(note(BuildSubject.of(Path.of("/srv/other.yml")), 4, Outcome.DONE), Optional.empty());

        assertThat(history.of(WEB)).containsExactly(third, second, first);
        assertThat(history.last(WEB)).contains(first);
        assertThat(history.listing(first)).contains(listing(1));
        assertThat(history.listing(second)).isEmpty();
    }

    @Test
    void nothingWasBuiltAtFirst() {
        assertThat(history.of(WEB)).isEmpty();
        assertThat(history.last(WEB)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void equalListingsAreKeptOnce() throws IOException {
        for (int i = 0; i < 5; i++) {
            history.add(note(WEB, i, Outcome.DONE), Optional.of(listing(i / 3)));
        }
        assertThat(files(".listing")).isEqualTo(2);
    }

    @Test
    void theOldestGoWithTheirListings() throws IOException {
        for (int i = 0; i < BuildHistory.KEPT + 3; i++) {
            history.add(note(WEB, i, Outcome.DONE), Optional.of(listing(i)));
        }
        List<BuildNote> notes = history.of(WEB);
        assertThat(notes).hasSize(BuildHistory.KEPT);
        assertThat(notes.getLast().begun()).isEqualTo(Instant.ofEpochSecond(1_800_000_003L));
        assertThat(history.listing(notes.getLast())).contains(listing(3));
        assertThat(files(".listing")).isEqualTo(BuildHistory.KEPT);
    }

    @Test
    void whatIsDamagedIsLeftOut() throws IOException {
        BuildNote good = history.add(note(WEB, 1, Outcome.DONE), Optional.of(listing(1)));
        Path notes = folder.resolve("history").resolve(WEB.key());
        Files.writeString(notes.resolve("99999999999999-x.build"), "lamina build 1\nbegun\tyesterday\n");
        Files.writeString(notes.resolve("99999999999998-x.build"), "something else");
        Files.write(notes.resolve("99999999999997-x.build"), new byte[0]);

        assertThat(history.of(WEB)).containsExactly(good);
        Path listing = notes.resolve(good.listing().orElseThrow().hex() + ".listing");
        byte[] bytes = Files.readAllBytes(listing);
        bytes[bytes.length / 2] ^= 1;
        Files.write(listing, bytes);
        assertThat(history.listing(good)).isEmpty();
    }
}
