package dev.lamina.model.yaml;

import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Collects what is wrong with one document, each thing once: a value that is used by alias is checked at each use.
final class Problems {
    /// Nobody reads more, and looking for the nearest words costs time.
    static final int MOST = 1000;

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(SourceSpan span, String message) {
        add(span, message, Optional::empty);
    }

    void add(SourceSpan span, String message, String hint) {
        add(span, message, () -> Optional.of(hint));
    }

    void add(SourceSpan span, String message, Optional<String> hint) {
        add(span, message, () -> hint);
    }

    /// @param hint asked for only when the problem is not one too many
    void add(SourceSpan span, String message, Supplier<Optional<String>> hint) {
        add(Problem.VALUE, span, message, () -> Meant.hint(hint.get()));
    }

    /// @param code of the rule that is broken
    /// @param meant asked for only when the problem is not one too many
    void add(String code, SourceSpan span, String message, Supplier<Meant> meant) {
        if (found.size() < MOST) {
            Meant known = meant.get();
            found.add(new Problem(span, message, known.hint(), code, known.replacement()));
        }
    }

    /// In the order of the file.
    List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(found);
        all.sort(Comparator.<Problem>comparingInt(problem -> problem.span().line())
                .thenComparingInt(problem -> problem.span().column()));
        return all;
    }
}
