package dev.lamina.model.validate;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Fix;
import dev.lamina.model.edit.DocumentEditor;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Documents after the fixes of findings, made as one edit.
///
/// @param documents in their order; those without changes are the same objects
/// @param mended the findings whose fixes were made
/// @param refused what could not be changed in place, for example as an alias uses it elsewhere as well
public record Mending(List<SourceText> documents, List<Finding> mended, List<Problem> refused) {
    public Mending {
        documents = List.copyOf(documents);
        mended = List.copyOf(mended);
        refused = List.copyOf(refused);
    }

    /// @param findings of these documents; those without a fix do not count
    public static Mending of(List<SourceText> documents, List<Finding> findings) {
        List<Finding> fixable =
                findings.stream().filter(finding -> finding.fix().isPresent()).toList();
        Optional<List<SourceText>> all = together(documents, fixable);
        if (all.isPresent()) {
            return new Mending(all.get(), fixable, List.of());
        }
        // One that cannot be made alone cannot be made with others.
        List<Finding> possible = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (Finding finding : fixable) {
            try {
                DocumentEditor.apply(documents, edits(List.of(finding)));
                possible.add(finding);
            } catch (InvalidCompositionException e) {
                refused.addAll(e.problems());
            }
        }
        return together(documents, possible)
                .map(texts -> new Mending(texts, possible, refused))
                .orElseGet(() -> oneByOne(documents, possible, refused));
    }

    /// Those that go together with the ones before them.
    private static Mending oneByOne(List<SourceText> documents, List<Finding> possible, List<Problem> refused) {
        List<Finding> made = new ArrayList<>();
        for (Finding finding : possible) {
            made.add(finding);
            if (together(documents, made).isEmpty()) {
                made.removeLast();
            }
        }
        return new Mending(together(documents, made).orElse(documents), made, refused);
    }

    private static Optional<List<SourceText>> together(List<SourceText> documents, List<Finding> findings) {
        try {
            return Optional.of(DocumentEditor.apply(documents, edits(findings)));
        } catch (InvalidCompositionException e) {
            return Optional.empty();
        }
    }

    /// Each once: what several findings have in common is one change.
    private static List<Edit> edits(List<Finding> findings) {
        Set<Edit> edits = new LinkedHashSet<>();
        findings.forEach(finding -> edits.addAll(finding.fix().map(Fix::edits).orElse(List.of())));
        return List.copyOf(edits);
    }
}
