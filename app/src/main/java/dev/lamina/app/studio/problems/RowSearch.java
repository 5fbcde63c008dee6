package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.problems.ProblemRow.Heading;
import dev.lamina.app.studio.problems.ProblemRow.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds things among the rows of the list.
final class RowSearch {
    private RowSearch() {}

    static List<ProblemEntry> items(List<ProblemRow> rows) {
        List<ProblemEntry> items = new ArrayList<>();
        for (ProblemRow row : rows) {
            if (row instanceof Item(ProblemEntry entry)) {
                items.add(entry);
            }
        }
        return items;
    }

    /// What a finding of before is now; empty when it is gone.
    static Optional<ProblemEntry> same(List<ProblemRow> rows, ProblemEntry before) {
        List<ProblemEntry> shown = items(rows);
        return shown.stream()
                .filter(before::equals)
                .findFirst()
                .or(() -> shown.stream()
                        .filter(entry -> entry.key().equals(before.key()))
                        .findFirst());
    }

    /// The first finding from a row on, in one direction.
    ///
    /// @param step 1 or -1
    static Optional<ProblemEntry> from(List<ProblemRow> rows, int row, int step) {
        for (int i = Math.max(0, row); i >= 0 && i < rows.size(); i += step) {
            if (rows.get(i) instanceof Item(ProblemEntry entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /// The row of a group's heading; -1 when there is none.
    static int heading(List<ProblemRow> rows, String group) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Heading heading && heading.key().equals(group)) {
                return i;
            }
        }
        return -1;
    }
}
