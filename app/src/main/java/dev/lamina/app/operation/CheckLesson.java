package dev.lamina.app.operation;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Looks whether a step of a lesson is done: in the text, and in the system, which is built and
/// started for it.
public final class CheckLesson {
    /// A busy computer without acceleration starts a system slowly.
    private static final Duration BOOT = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final RunVm runVm;
    private final ReviewComposition reviews;
    private final Arch host;

    /// @param host what systems are built for
    public CheckLesson(RunVm runVm, ReviewComposition reviews, Arch host) {
        this.runVm = runVm;
        this.reviews = reviews;
        this.host = host;
    }

    /// What the user may choose; the rest is the lesson's.
    public record Wanted(Optional<ByteSize> memory, AcceleratorChoice accelerator, Fetching fetching) {}

    /// What of a step can be seen in the text.
    ///
    /// @throws dev.lamina.model.problem.InvalidCompositionException the text is wrong
    public List<Outcome> ofDocument(Path document, LessonStep step, Reporter reporter) {
        Reviewed reviewed = reviews.review(
                List.of(document.toString()),
                InputStream.nullInputStream(),
                new Wish(host, Profile.RESTRICTED, RunFacts.UNKNOWN),
                reporter);
        reviewed.read().orThrow();
        return new DocumentCheck(reviewed).check(step.ofDocument());
    }

    /// Builds the system and starts it as often as the step says. Returns when it is ready, or
    /// will never be.
    public Booted boot(LessonFolder folder, Lesson lesson, int boots, Wanted wanted, Reporter reporter)
            throws IOException, InterruptedException {
        for (int boot = 1; boot < boots; boot++) {
            try (Booted earlier = start(folder, lesson, wanted, reporter)) {
                earlier.vm().shutdown(GRACE);
            }
        }
        return start(folder, lesson, wanted, reporter);
    }

    private Booted start(LessonFolder folder, Lesson lesson, Wanted wanted, Reporter reporter)
            throws IOException, InterruptedException {
        Booted booted;
        try {
            booted = run(folder, lesson, wanted, reporter);
        } catch (PortBusyException e) {
            // Somebody took it while the system was built; now it is known to be taken.
            booted = run(folder, lesson, wanted, reporter);
        }
        return awaitReady(booted, lesson, reporter);
    }

    private Booted run(LessonFolder folder, Lesson lesson, Wanted wanted, Reporter reporter) throws IOException {
        SparePorts ports = SparePorts.of(lesson.machine().ports(), reporter);
        VmHandle vm = runVm.start(
                new RunVm.Request(source(folder, lesson, wanted), machine(folder, lesson, wanted, ports)),
                InputStream.nullInputStream(),
                reporter);
        return new Booted(vm, new MachineCheck(vm, ports::now));
    }

    private static Booted awaitReady(Booted booted, Lesson lesson, Reporter reporter) throws InterruptedException {
        boolean started = false;
        try (Reporter.Step ignored = reporter.begin("Booting " + lesson.fileName())) {
            booted.check().awaitReady(BOOT);
            started = true;
            return booted;
        } finally {
            if (!started) {
                booted.close();
            }
        }
    }

    private BootSource source(LessonFolder folder, Lesson lesson, Wanted wanted) {
        return new BootSource(
                List.of(folder.document(lesson).toString()),
                Optional.of(host),
                Optional.empty(),
                CompressionLevel.FAST,
                wanted.fetching());
    }

    private static MachineOptions machine(LessonFolder folder, Lesson lesson, Wanted wanted, SparePorts ports) {
        List<DiskRequest> disks = lesson.machine().disks().stream()
                .map(disk -> new DiskRequest(
                        Optional.of(folder.path(disk.file()).toString()), Optional.of(disk.size()), Optional.empty()))
                .toList();
        return new MachineOptions(
                1, wanted.memory().or(lesson.machine()::memory), disks, ports.published(), wanted.accelerator(), "");
    }

    /// A system that was started for a step. Closing it ends it.
    public record Booted(VmHandle vm, MachineCheck check) implements AutoCloseable {
        @Override
        public void close() {
            check.close();
            vm.close();
        }
    }
}
