package dev.lamina.app.studio.problems;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Fix;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Diff;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.validate.Mending;
import dev.lamina.model.yaml.SourceText;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// What several fixes would do to a document, made as one change.
///
/// @param before the text that it is for
/// @param change with the edits of all that can be made together
/// @param made the findings that it mends
/// @param lines of the diff
/// @param left findings that it leaves: their fixes clash with these, or cannot be made in place
/// @param refused why some cannot be made in place
record FixPlan(
        String before,
        Change change,
        List<Finding> made,
        List<DiffLine> lines,
        List<Finding> left,
        List<Problem> refused) {

    FixPlan {
        made = List.copyOf(made);
        lines = List.copyOf(lines);
        left = List.copyOf(left);
        refused = List.copyOf(refused);
    }

    /// @param findings of the document; those without a fix do not count
    /// @param label how the change is called, by how many findings it mends
    static FixPlan of(SourceText document, List<Finding> findings, IntFunction<String> label) {
        List<Finding> fixable =
                findings.stream().filter(finding -> finding.fix().isPresent()).toList();
        Mending mending = Mending.of(List.of(document), fixable);
        Set<Edit> edits = new LinkedHashSet<>();
        mending.mended()
                .forEach(finding -> edits.addAll(finding.fix().map(Fix::edits).orElse(List.of())));
        Set<Finding> made = new HashSet<>(mending.mended());
        return new FixPlan(
                document.text(),
                new Change(label.apply(mending.mended().size()), List.copyOf(edits)),
                mending.mended(),
                DiffLine.of(Diff.of(
                        document.name(),
                        document.text(),
                        mending.documents().getFirst().text())),
                fixable.stream().filter(finding -> !made.contains(finding)).toList(),
                mending.refused());
    }

    long added() {
        return count(DiffLine.Kind.ADDED);
    }

    long removed() {
        return count(DiffLine.Kind.REMOVED);
    }

    private long count(DiffLine.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
