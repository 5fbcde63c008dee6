package dev.lamina.model.oci;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong with one container, to throw it all at once.
final class Faults {
    private record Fault(Optional<SourceSpan> span, String message, Optional<String> hint) {}

    private final SourceMap sources;
    private final List<Fault> found = new ArrayList<>();

    Faults(SourceMap sources) {
        this.sources = sources;
    }

    void add(Origin origin, String message, Optional<String> hint) {
        found.add(new Fault(sources.find(origin.path()), message, hint));
    }

    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        List<Problem> placed = found.stream()
                .flatMap(fault -> fault.span().map(span -> new Problem(span, fault.message, fault.hint)).stream())
                .sorted(Comparator.<Problem>comparingInt(
                                problem -> problem.span().line())
                        .thenComparingInt(problem -> problem.span().column()))
                .toList();
        if (placed.isEmpty()) {
            // A composition that no text was read for.
            throw new InputException(
                    found.getFirst().message, found.getFirst().hint.orElse(null));
        }
        throw new InvalidCompositionException(placed);
    }
}
