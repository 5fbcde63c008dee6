package dev.lamina.app.operation;

import dev.lamina.model.expect.BootTest;
import java.time.Duration;

/// What came of one step of a boot test.
///
/// @param took from when its turn came
public record StepResult(BootTest.Step step, Result result, Duration took) {

    public sealed interface Result {}

    public record Passed() implements Result {}

    /// @param found what is so instead, safe to show; may be empty
    public record Failed(String found) implements Result {}

    /// @param reason why it was not looked at
    public record Skipped(String reason) implements Result {}

    public boolean failed() {
        return result instanceof Failed;
    }

    public boolean skipped() {
        return result instanceof Skipped;
    }
}
