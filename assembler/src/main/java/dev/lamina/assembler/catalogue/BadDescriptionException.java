package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A description of the catalogue that says something wrong.
public final class BadDescriptionException extends InputException {
    private final Problem problem;

    BadDescriptionException(SourceSpan place, String problem, @Nullable String hint) {
        super(place + ": " + problem, hint);
        this.problem = new Problem(place, problem, Optional.ofNullable(hint));
    }

    public Problem problem() {
        return problem;
    }
}
