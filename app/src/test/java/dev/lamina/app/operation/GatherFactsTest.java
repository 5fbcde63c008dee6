package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles.Program;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatherFactsTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    private SystemFacts gather(String yaml) {
        ReadResult read = new CompositionReader().read(List.of(new SourceText("x.yml", yaml)));
        Home home = new Home(folder.resolve("home"), folder.resolve("home"));
        Reporter reporter = new Reporter(
                progress -> {
                    if (progress instanceof Progress.Note note) {
                        notes.add(note.text());
                    }
                },
                () -> false);
        return new GatherFacts(
                        home,
                        Catalogue.embedded(),
                        new LocalPaths(folder, folder.resolve("user")),
                        Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC))
                .of(read, Arch.AMD64, RunFacts.UNKNOWN, reporter);
    }

    private Path store() {
        return folder.resolve("home/images");
    }

    private static ImageFacts image(SystemFacts facts, String name) {
        return java.util.Objects.requireNonNull(facts.images().get(ImageRef.parse(name)));
    }

    @Test
    void componentsThatNobodyMadeYetAreKnownByTheirDescription() {
        SystemFacts facts = gather("""
                services:
                  - name: getty
                    image: lamina/getty
                  - name: other
                    image: other:1
                """);

        assertThat(facts.images()).containsOnlyKeys(ImageRef.parse("lamina/getty"));
        assertThat(image(facts, "lamina/getty").config().labels()).containsKey("org.mobyproject.config");
        assertThat(image(facts, "lamina/getty").architectures()).containsExactly(Arch.AMD64, Arch.ARM64);
        assertThat(image(facts, "lamina/getty").files()).isEmpty();
        assertThat(facts.today()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(store()).doesNotExist();
    }

    @Test
    void anImageOfAnEarlierDescriptionDoesNotCount() throws IOException {
        TestImages.add(store(), "lamina/getty", Arch.AMD64, "x");

        SystemFacts facts = gather("""
                services:
                  - name: getty
                    image: lamina/getty
                """);

        assertThat(image(facts, "lamina/getty").config().labels()).containsKey("org.mobyproject.config");
        assertThat(image(facts, "lamina/getty").files()).isEmpty();
    }

    @Test
    void imagesOfTheStoreAreReadWithTheProgramsThatAreStarted() throws IOException {
        TestImages.add(store(), "box:1", Arch.AMD64, "#!/bin/sh\n");

        SystemFacts facts = gather("""
                onboot:
                  - name: a
                    image: box:1
                services:
                  - name: b
                    image: box:1
                    command: [/none]
                """);

        ImageFacts box = image(facts, "box:1");
        assertThat(box.config().entrypoint()).containsExactly("/box:1");
        assertThat(box.files().orElseThrow().programs()).isEqualTo(Map.of("box:1", new Program.Script("/bin/sh")));
        assertThat(box.size()).isEqualTo(10);
    }

    @Test
    void anImageOfAnotherArchitectureIsKnownAsThat() throws IOException {
        TestImages.add(store(), "box:1", Arch.ARM64, "x");

        SystemFacts facts = gather("""
                services:
                  - name: b
                    image: box:1
                """);

        assertThat(image(facts, "box:1").architectures()).containsExactly(Arch.ARM64);
        assertThat(image(facts, "box:1").files()).isEmpty();
    }

    @Test
    void aDamagedStoreIsNoFailure() throws IOException {
        TestImages.add(store(), "box:1", Arch.AMD64, "x");
        Files.writeString(store().resolve("index.json"), "{");

        SystemFacts facts = gather("""
                services:
                  - name: a
                    image: box:1
                  - name: getty
                    image: lamina/getty
                """);

        assertThat(facts.images()).containsOnlyKeys(ImageRef.parse("lamina/getty"));
        assertThat(notes).isNotEmpty().allMatch(note -> note.startsWith("nothing is known of "));
    }

    @Test
    void localFilesAreLookedAt() throws IOException {
        Files.writeString(folder.resolve("key"), "k".repeat(5000));
        Files.createDirectories(folder.resolve("user/dir"));

        SystemFacts facts = gather("""
                files:
                  - {path: etc/a, source: key}
                  - {path: etc/b, source: ~/dir}
                  - {path: etc/c, source: none}
                  - {path: etc/d, source: /dev/zero}
                """);

        assertThat(facts.localFiles())
                .isEqualTo(Map.of(
                        "key",
                        new LocalFile.Present(5000, "k".repeat(4096)),
                        "~/dir",
                        new LocalFile.Directory(),
                        "none",
                        new LocalFile.Missing()));
    }
}
