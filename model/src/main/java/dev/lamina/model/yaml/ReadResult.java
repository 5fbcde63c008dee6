package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import java.util.List;

/// What reading found: as much of the composition as could be understood, and everything that is wrong.
public record ReadResult(Composition composition, SourceMap sources, List<Problem> problems) {
    public ReadResult {
        problems = List.copyOf(problems);
    }

    /// This result when it has no problems.
    public ReadResult orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidCompositionException(problems);
        }
        return this;
    }
}
