package dev.lamina.app.operation;

import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildNote.Written;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.plan.BuildWatch;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Builds, and leaves a note of every build in the history. A note that cannot be kept is no reason for a build to
/// fail.
public final class RecordedBuild implements BuildImage {
    private final Assembly assembly;
    private final BuildHistory history;
    private final InstantSource clock;

    public RecordedBuild(Assembly assembly, BuildHistory history, InstantSource clock) {
        this.assembly = assembly;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public ImageOutput build(Request request, Reporter reporter) {
        return build(request, BuildWatch.NONE, reporter);
    }

    @Override
    public ImageOutput build(Request request, BuildWatch watch, Reporter reporter) {
        BuildRecording recording = new BuildRecording(request, watch, reporter, clock);
        try {
            ImageOutput output = assembly.build(request, recording, reporter);
            keep(recording.note(Outcome.DONE, "", written(output)), recording.listing(), reporter);
            return output;
        } catch (CancelledException e) {
            keep(recording.note(Outcome.CANCELLED, "", List.of()), Optional.empty(), reporter);
            throw e;
        } catch (RuntimeException e) {
            keep(recording.note(Outcome.FAILED, String.valueOf(e.getMessage()), List.of()), Optional.empty(), reporter);
            throw e;
        }
    }

    private static List<Written> written(ImageOutput output) {
        return output.files().stream()
                .map(file -> new Written(file.path(), file.size(), file.sha256()))
                .toList();
    }

    /// A thread that was interrupted to cancel the build could write no file.
    private void keep(BuildNote note, Optional<SystemListing> listing, Reporter reporter) {
        boolean interrupted = Thread.interrupted();
        try {
            history.add(note, listing);
        } catch (IOException | RuntimeException e) {
            reporter.warn("the history of builds could not be kept: " + e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
