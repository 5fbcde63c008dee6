package dev.lamina.model.problem;

import java.util.List;

/// A composition that cannot be used, with everything that is wrong with it.
public final class InvalidCompositionException extends InputException {
    private final List<Problem> problems;

    public InvalidCompositionException(List<Problem> problems) {
        super(problems.getFirst().headline(), problems.getFirst().hint().orElse(null));
        this.problems = List.copyOf(problems);
    }

    /// In the order of the file; never empty.
    public List<Problem> problems() {
        return problems;
    }
}
