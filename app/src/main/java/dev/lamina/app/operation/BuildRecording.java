package dev.lamina.app.operation;

import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildNote.StepNote;
import dev.lamina.app.operation.BuildNote.Written;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.listing.ComponentNames;
import dev.lamina.assembler.listing.PreparedListing;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.plan.BuildWatch;
import dev.lamina.assembler.plan.Step;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.assembler.size.Sizes;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is learnt of a build while it goes on. Another watch hears everything too.
final class BuildRecording implements BuildWatch {
    private final BuildImage.Request request;
    private final ComponentNames names;
    private final BuildWatch other;
    private final Reporter reporter;
    private final InstantSource clock;
    private final Instant begun;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final List<StepNote> steps = new ArrayList<>();
    private Optional<SystemListing> listing = Optional.empty();
    private Optional<Instant> written = Optional.empty();

    private record Running(Instant begun, long bytes) {}

    BuildRecording(BuildImage.Request request, BuildWatch other, Reporter reporter, InstantSource clock) {
        this.request = request;
        this.names = new ComponentNames(request.document().composition());
        this.other = other;
        this.reporter = reporter;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void planned(List<Step> planned) {
        other.planned(planned);
    }

    @Override
    public void began(Step step) {
        synchronized (running) {
            running.put(step.id(), new Running(clock.instant(), 0));
        }
        other.began(step);
    }

    @Override
    public void progress(Step step, Progress progress) {
        if (progress instanceof Progress.Advanced(long id, long bytes)) {
            synchronized (running) {
                running.computeIfPresent(step.id(), (key, known) -> new Running(known.begun(), known.bytes() + bytes));
            }
        }
        other.progress(step, progress);
    }

    @Override
    public void ended(Step step, Ending ending) {
        synchronized (running) {
            Running known = running.remove(step.id());
            if (known != null) {
                steps.add(note(step, ending, known));
            }
        }
        other.ended(step, ending);
    }

    private StepNote note(Step step, Ending ending, Running known) {
        Duration took = Duration.between(known.begun(), clock.instant());
        return switch (step) {
            case Step.ProvideImage image ->
                new StepNote(StepNote.Kind.IMAGE, image.image().name(), ending, took, known.bytes());
            case Step.MakeSegment segment ->
                new StepNote(
                        StepNote.Kind.SEGMENT, names.inWords(segment.label()), ending, took, segment.contentBytes());
            case Step.WriteFormat write ->
                new StepNote(StepNote.Kind.FORMAT, write.format(), ending, took, known.bytes());
        };
    }

    /// The image is written by now, so that stopping here stops the looking only.
    @Override
    public void written(PreparedImage image, ImageOutput output) throws IOException {
        written = Optional.of(clock.instant());
        try {
            listing = Optional.of(PreparedListing.of(image, request.document().composition(), reporter));
        } catch (CancelledException e) {
            reporter.note("what is in the image was not noted");
        } catch (IOException | RuntimeException e) {
            reporter.warn("what is in the image could not be noted: " + e.getMessage());
        }
        other.written(image, output);
    }

    Optional<SystemListing> listing() {
        return listing;
    }

    BuildNote note(Outcome outcome, String message, List<Written> files) {
        return new BuildNote(
                request.subject(),
                begun,
                Duration.between(begun, written.orElseGet(clock::instant)),
                outcome,
                message,
                request.name(),
                request.arch(),
                request.formats(),
                steps(),
                listing.map(all -> new Sizes(all).report()).orElse(new SizeReport(List.of())),
                files,
                Optional.empty());
    }

    private List<StepNote> steps() {
        synchronized (running) {
            return List.copyOf(steps);
        }
    }
}
