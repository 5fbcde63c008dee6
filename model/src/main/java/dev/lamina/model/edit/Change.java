package dev.lamina.model.edit;

import java.util.List;

/// What one gesture does to a document: all of it or nothing.
///
/// @param label for the history and for menus, e.g. `Move web to onboot`
/// @param edits with the paths of the document before the change
public record Change(String label, List<Edit> edits) {
    public Change {
        edits = List.copyOf(edits);
    }

    public static Change of(String label, Edit... edits) {
        return new Change(label, List.of(edits));
    }
}
