package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.BuildHistory;
import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildNote.StepNote;
import dev.lamina.app.operation.BuildSubject;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered of builds.
@SuppressWarnings("NullAway.Init")
class BuildNotesTest {
    @TempDir
    Path folder;

    private BuildHistory history;
    private BuildSubject subject;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "init: [root]\nservices: [{name: web, image: web}]\n");
        TestImages.add(folder.resolve("home/images"), "root", Arch.AMD64, "init");
        history = new Wiring(CliRun.environment(folder)).buildHistory();
        subject = BuildSubject.of(folder.resolve("web.yml"));
    }

    private void addWeb() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "x".repeat(100_000));
    }

    @Test
    void aBuildLeavesItsStepsSizesAndFiles() throws IOException {
        addWeb();
        CliRun.in(folder, "build", "--quiet", "-d", "out", "web.yml");
        CliRun.in(folder, "build", "--quiet", "-d", "out", "web.yml");

        List<BuildNote> notes = history.of(subject);
        assertThat(notes).hasSize(2);
        BuildNote first = notes.getLast();
        assertThat(first.outcome()).isEqualTo(Outcome.DONE);
        assertThat(first.name()).isEqualTo("web");
        assertThat(first.formats()).containsExactly("kernel+initrd");
        assertThat(first.steps())
                .extracting(StepNote::kind, StepNote::ending)
                .startsWith(org.assertj.core.groups.Tuple.tuple(StepNote.Kind.IMAGE, Ending.CACHED))
                .endsWith(
                        org.assertj.core.groups.Tuple.tuple(StepNote.Kind.SEGMENT, Ending.MADE),
                        org.assertj.core.groups.Tuple.tuple(StepNote.Kind.FORMAT, Ending.MADE));
        assertThat(notes.getFirst().steps()).extracting(StepNote::ending).containsOnly(Ending.CACHED);
        assertThat(first.files())
                .extracting(BuildNote.Written::file)
                .containsExactly(folder.resolve("out/web-initrd.img"));
        assertThat(first.sizes().stored()).isEqualTo(Files.size(folder.resolve("out/web-initrd.img")));
        assertThat(history.listing(first)).isPresent();
        assertThat(first.listing()).isEqualTo(notes.getFirst().listing());
    }

    @Test
    void aBuildThatFailedSaysWhy() {
        CliRun.in(folder, "build", "--quiet", "--offline", "web.yml");

        BuildNote note = history.of(subject).getFirst();
        assertThat(note.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(note.message()).contains("docker.io/library/web");
        assertThat(note.steps()).extracting(StepNote::ending).contains(Ending.FAILED);
        assertThat(history.last(subject)).isEmpty();
    }

    @Test
    void aBuildThatWasCancelledIsNoted() throws IOException {
        addWeb();
        Environment environment = CliRun.environment(folder);
        CliRun run = CliRun.with(new Wiring(environment), environment, "", () -> true, "build", "web.yml");

        assertThat(run.code()).isEqualTo(130);
        assertThat(history.of(subject)).extracting(BuildNote::outcome).containsExactly(Outcome.CANCELLED);
        assertThat(folder.resolve("web-initrd.img")).doesNotExist();
    }

    @Test
    void aBuildThatWasInterruptedIsNotedAsWell() throws IOException {
        addWeb();
        Environment environment = CliRun.environment(folder);
        CliRun run = CliRun.with(
                new Wiring(environment),
                environment,
                "",
                () -> {
                    Thread.currentThread().interrupt();
                    return true;
                },
                "build",
                "web.yml");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.code()).isEqualTo(130);
        assertThat(run.err()).doesNotContain("history");
        assertThat(history.of(subject)).extracting(BuildNote::outcome).containsExactly(Outcome.CANCELLED);
    }

    @Test
    void aHistoryThatCannotBeKeptIsNoReasonToFail() throws IOException {
        addWeb();
        Files.writeString(folder.resolve("home/history"), "in the way");
        CliRun run = CliRun.in(folder, "build", "web.yml");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("the history of builds could not be kept");
        assertThat(folder.resolve("web-initrd.img")).exists();
    }
}
