package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import java.util.List;

/// What reading found: as much of the composition as could be understood, and everything that is wrong.
///
/// @param yaml whether every document is YAML; one that holds nothing is none
public record ReadResult(Composition composition, SourceMap sources, List<Problem> problems, boolean yaml) {
    public ReadResult {
        problems = List.copyOf(problems);
    }

    /// The same with other problems.
    public ReadResult withProblems(List<Problem> other) {
        return new ReadResult(composition, sources, other, yaml);
    }

    /// This result when it has no problems.
    public ReadResult orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidCompositionException(problems);
        }
        return this;
    }
}
