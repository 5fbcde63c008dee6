package dev.lamina.app.operation;

import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of a build.
///
/// @param message why it failed; empty when it did not
/// @param steps in the order in which they began
/// @param sizes of the components; no rows when it was not done
/// @param files that it wrote
/// @param listing names the list of everything in the system, as [BuildHistory#listing] finds it
public record BuildNote(
        BuildSubject subject,
        Instant begun,
        Duration took,
        Outcome outcome,
        String message,
        String name,
        Arch arch,
        List<String> formats,
        List<StepNote> steps,
        SizeReport sizes,
        List<Written> files,
        Optional<Digest> listing) {
    public BuildNote {
        formats = List.copyOf(formats);
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }

    BuildNote listed(Digest digest) {
        return new BuildNote(
                subject, begun, took, outcome, message, name, arch, formats, steps, sizes, files, Optional.of(digest));
    }

    public enum Outcome {
        DONE,
        FAILED,
        CANCELLED
    }

    /// @param kind of the step
    /// @param label for people: the image's name, the components of the part, the format
    /// @param bytes that it handled
    public record StepNote(Kind kind, String label, Ending ending, Duration took, long bytes) {
        public enum Kind {
            IMAGE,
            SEGMENT,
            FORMAT
        }
    }

    public record Written(Path file, long size, Digest sha256) {}
}
