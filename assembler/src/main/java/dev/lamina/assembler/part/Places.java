package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.assembler.tree.TreeConflictException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceMap;
import java.util.List;
import java.util.Optional;

/// Finds for a failure the place in the document that it comes from.
public final class Places {
    private final SourceMap sources;

    public Places(SourceMap sources) {
        this.sources = sources;
    }

    SourceSpan span(String path) {
        return sources.find(path).orElseGet(() -> SourceSpan.at("composition", 1, 1));
    }

    /// A failure of the input that has to do with the value at `path`; itself when it is another one, or has a place
    /// already.
    public LaminaException at(String path, LaminaException e) {
        return located(path, String.valueOf(e.getMessage()), e);
    }

    /// As [#at(String, LaminaException)], for an image: the message says which component names it.
    public LaminaException at(Images.Use use, LaminaException e) {
        String message = use.component() + ": " + e.getMessage();
        return e instanceof ImageUnavailableException unavailable
                ? sources.find(use.path())
                        .map(place -> unavailable.at(place, message))
                        .orElse(unavailable)
                : located(use.path(), message, e);
    }

    private LaminaException located(String path, String message, LaminaException e) {
        Optional<SourceSpan> span = sources.find(path);
        if (span.isEmpty() || e.kind() != ProblemKind.INPUT || e instanceof InvalidCompositionException) {
            return e;
        }
        return problem(new Problem(span.get(), message, e.hint()));
    }

    LaminaException at(TreeConflictException e) {
        String path = e.later().documentPath();
        return sources.find(path)
                .<LaminaException>map(span -> problem(new Problem(span, path + ": " + e.reason(), e.hint())))
                .orElse(e);
    }

    InvalidCompositionException problem(Problem problem) {
        return new InvalidCompositionException(List.of(problem));
    }
}
