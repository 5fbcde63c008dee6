package dev.lamina.app.operation;

import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.BootFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of a boot test. All that it has of the guest is safe to show, and none of it to be believed.
///
/// @param subject what was tested, as the user named it
/// @param begun when the machine started
/// @param took from then to its end
/// @param end how the machine ended
/// @param failures what went wrong in the boot, the first cause first; empty when no step failed
/// @param lastLines of the console
/// @param log the whole console, which is kept when a step failed
public record TestReport(
        String subject,
        Accelerator accelerator,
        Instant begun,
        Duration took,
        List<StepResult> steps,
        String end,
        List<BootFailure> failures,
        List<String> lastLines,
        Optional<Path> log) {
    public TestReport {
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
        lastLines = List.copyOf(lastLines);
    }

    public boolean passed() {
        return steps.stream().noneMatch(StepResult::failed);
    }

    public long failed() {
        return steps.stream().filter(StepResult::failed).count();
    }

    public long skipped() {
        return steps.stream().filter(StepResult::skipped).count();
    }
}
