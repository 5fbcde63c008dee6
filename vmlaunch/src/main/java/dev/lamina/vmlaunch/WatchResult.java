package dev.lamina.vmlaunch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of waiting for a text on the console.
///
/// @param after how long it took, from when the watching began
/// @param lastLines the end of the console without escape sequences, safe to print
/// @param failures what went wrong in the guest as far as its console and its events show it, the first cause first
/// @param hint what to do about the first
public record WatchResult(
        String text,
        Outcome outcome,
        Duration after,
        List<String> lastLines,
        List<BootFailure> failures,
        Optional<String> hint) {
    public WatchResult {
        lastLines = List.copyOf(lastLines);
        failures = List.copyOf(failures);
    }

    /// The likely reason of a failure, when it is a known one.
    public Optional<String> reason() {
        return failures.stream().findFirst().map(BootFailure::reason);
    }

    public boolean seen() {
        return outcome == Outcome.SEEN;
    }

    /// @throws ConsoleTextMissingException when the text did not appear
    public void orThrow() {
        if (!seen()) {
            throw new ConsoleTextMissingException(this);
        }
    }

    public enum Outcome {
        SEEN,
        TIMEOUT,
        /// The machine ended first.
        EXITED,
        /// The guest failed for good: a panic, for example.
        FAILED
    }
}
