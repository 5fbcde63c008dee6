package dev.lamina.model.check;

import dev.lamina.model.edit.Edit;
import java.util.List;

/// What mends a finding without a decision of a person.
///
/// @param label for a menu, e.g. `Set noNewPrivileges: true`
public record Fix(String label, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }

    public static Fix of(String label, Edit... edits) {
        return new Fix(label, List.of(edits));
    }
}
