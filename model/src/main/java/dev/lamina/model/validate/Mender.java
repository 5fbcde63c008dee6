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

    Mending mend(List<Finding> fixable) {
        Optional<List<SourceText>> all = together(fixable);
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
        return together(possible)
                .map(texts -> new Mending(texts, possible, refused))
                .orElseGet(() -> oneByOne(possible, refused));
    }

    /// Those that go together with the ones before them.
    private Mending oneByOne(List<Finding> possible, List<Problem> refused) {
        List<Finding> made = new ArrayList<>();
        for (Finding finding : possible) {
            made.add(finding);
            if (together(made).isEmpty()) {
                made.removeLast();
            }
        }
        return new Mending(together(made).orElse(documents), made, refused);
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
