package dev.lamina.app.operation;

import dev.lamina.model.problem.InputException;
import java.time.Duration;
import java.util.List;

/// How long the same thing took, several times.
///
/// @param runs in the order of the runs; not empty
public record Timings(List<Duration> runs) {
    public Timings {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("nothing was timed");
        }
    }

    /// @throws InputException nothing would be timed
    static void checkRuns(int runs) {
        if (runs < 1) {
            throw new InputException(runs + " runs measure nothing", "give at least 1 with --runs");
        }
    }

    public Duration min() {
        return sorted().getFirst();
    }

    /// The middle one; the mean of the two in the middle when their number is even.
    public Duration median() {
        List<Duration> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    /// What at most one run of twenty was above.
    public Duration p95() {
        List<Duration> sorted = sorted();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    private List<Duration> sorted() {
        return runs.stream().sorted().toList();
    }
}
