package dev.lamina.app.studio.canvas;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the rules found of one component, in short.
///
/// @param count at least one
record Trouble(Severity worst, int count) {
    static Optional<Trouble> of(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .map(worst -> new Trouble(worst, findings.size()));
    }
}
