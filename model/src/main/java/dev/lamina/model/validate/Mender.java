package dev.lamina.model.validate;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Fix;
import dev.lamina.model.edit.DocumentEditor;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the fixes of findings in documents.
record Mender(List<SourceText> documents) {

    /// Makes all that go together with the ones before them.
    Mending mend(List<Finding> fixable) {
        List<Finding> made = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        add(fixable, made, refused);
        return new Mending(together(made).orElse(documents), made, refused);
    }

    /// Mostly all of them can be made at once. Otherwise those that cannot are found by halves: there are few.
    private void add(List<Finding> more, List<Finding> made, List<Problem> refused) {
        List<Finding> all = new ArrayList<>(made);
        all.addAll(more);
        if (more.isEmpty() || together(all).isPresent()) {
            made.addAll(more);
        } else if (more.size() == 1) {
            refused.addAll(alone(more));
        } else {
            int half = more.size() / 2;
            add(more.subList(0, half), made, refused);
            add(more.subList(half, more.size()), made, refused);
        }
    }

    /// Why a finding cannot be mended even alone; empty when it can, and clashes with another one.
    private List<Problem> alone(List<Finding> one) {
        try {
            DocumentEditor.apply(documents, edits(one));
            return List.of();
        } catch (InvalidCompositionException e) {
            return e.problems();
        }
    }

    private Optional<List<SourceText>> together(List<Finding> findings) {
        List<Edit> edits = edits(findings);
        if (fight(edits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DocumentEditor.apply(documents, edits));
        } catch (InvalidCompositionException e) {
            return Optional.empty();
        }
    }

    /// Whether two give one place different values: the last would undo the others without a word.
    private static boolean fight(List<Edit> edits) {
        Map<String, Object> values = new HashMap<>();
        for (Edit edit : edits) {
            if (edit instanceof Edit.Set(String path, Object value)) {
                @Nullable Object other = values.put(path, value);
                if (other != null && !other.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Each once: what several findings have in common is one change.
    private static List<Edit> edits(List<Finding> findings) {
        Set<Edit> edits = new LinkedHashSet<>();
        findings.forEach(finding -> edits.addAll(finding.fix().map(Fix::edits).orElse(List.of())));
        return List.copyOf(edits);
    }
}
