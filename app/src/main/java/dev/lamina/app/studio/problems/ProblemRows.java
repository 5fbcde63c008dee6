package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.problems.ProblemRow.Heading;
import dev.lamina.app.studio.problems.ProblemRow.Item;
import dev.lamina.model.check.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the rows of the list: the most serious first, then in the order of the document.
final class ProblemRows {
    private static final Comparator<ProblemEntry> WORST_FIRST = Comparator.<ProblemEntry, Severity>comparing(
                    entry -> entry.finding().severity())
            .thenComparing(entry -> entry.standing())
            .thenComparingInt(entry -> entry.finding().span().line())
            .thenComparingInt(entry -> entry.finding().span().column())
            .thenComparing(entry -> entry.finding().code())
            .thenComparing(entry -> entry.finding().message());

    private ProblemRows() {}

    /// @param closed keys of the groups whose findings are not shown
    static List<ProblemRow> of(
            List<ProblemEntry> entries, ProblemFilter filter, Grouping grouping, Set<String> closed) {
        List<ProblemEntry> shown =
                entries.stream().filter(filter::shows).sorted(WORST_FIRST).toList();
        if (grouping == Grouping.NONE) {
            return shown.stream().<ProblemRow>map(Item::new).toList();
        }
        // In the order of their worst finding.
        Map<String, List<ProblemEntry>> groups = new LinkedHashMap<>();
        shown.forEach(entry -> groups.computeIfAbsent(grouping.key(entry), key -> new ArrayList<>())
                .add(entry));
        List<ProblemRow> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            ProblemEntry first = group.getFirst();
            boolean open = !closed.contains(key);
            rows.add(new Heading(
                    key, grouping.title(first), group.size(), first.finding().severity(), open));
            if (open) {
                group.forEach(entry -> rows.add(new Item(entry)));
            }
        });
        return rows;
    }
}
