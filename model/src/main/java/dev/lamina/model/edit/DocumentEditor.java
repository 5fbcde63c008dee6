package dev.lamina.model.edit;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;

/// Makes edits in the texts of documents. All that is not meant stays byte for byte: comments, order,
/// quotes, anchors, blank lines, indentation and the ends of lines.
///
/// Paths and places are those of the documents as they are given, whatever other edits of the same call do.
/// Edits are made in their order; of two that give the same value the later one counts. What lies in a key
/// or element that another edit removes is gone with it, whichever comes first.
///
/// Whatever comes out is read again and held against what was meant, so that no text is ever damaged.
///
/// Changed is only what a document itself has at that place. What it shares with other places, by aliases
/// or merge keys, is refused, and so is a path that is not there.
public final class DocumentEditor {
    private DocumentEditor() {}

    /// The documents in their order; those without changes are the same objects. Either all edits are made
    /// or none.
    ///
    /// @throws InvalidCompositionException some edit cannot be made; with a problem for each one
    public static List<SourceText> apply(List<SourceText> documents, List<Edit> edits) {
        Workspace workspace = new Workspace(documents);
        List<Problem> refused = new ArrayList<>();
        for (Edit edit : edits) {
            try {
                workspace.make(edit);
            } catch (InvalidCompositionException e) {
                refused.addAll(e.problems());
            }
        }
        if (!refused.isEmpty()) {
            throw new InvalidCompositionException(refused);
        }
        return workspace.render();
    }
}
