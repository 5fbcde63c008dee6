package dev.lamina.app.studio.problems;

import dev.lamina.model.check.Severity;

/// A row of the list.
sealed interface ProblemRow {

    /// Above the findings of a group.
    ///
    /// @param key of the group, e.g. a code
    /// @param worst the most serious severity in it
    record Heading(String key, String title, int count, Severity worst, boolean open) implements ProblemRow {}

    record Item(ProblemEntry entry) implements ProblemRow {}
}
