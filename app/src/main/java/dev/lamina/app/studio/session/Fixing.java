package dev.lamina.app.studio.session;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.check.Finding;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.InputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Mends what reviews find. The paths of a fix are those of the text that was reviewed: in any other text they
/// may be those of something else, so nothing is changed there.
public final class Fixing {
    private static final Texts TEXTS = Texts.of(Fixing.class);

    private Fixing() {}

    /// Makes the fix of a finding, if it has one, as a step of the history that is called like the fix.
    public static void make(DocumentSession session, Finding finding) {
        Optional<Reviewed> review = session.reviewed()
                .get()
                .filter(newest -> newest.validation().findings().contains(finding));
        finding.fix()
                .ifPresent(fix -> session.apply(document -> {
                    Reviewed reviewed = review.orElseThrow(Fixing::changed);
                    require(reviewed.documents().getFirst().text(), document);
                    return new Made(new Change(fix.label(), fix.edits()), List.of());
                }));
    }

    /// A gesture that makes a change in one text, and refuses any other.
    public static Function<Document, Made> in(String text, Change change) {
        return document -> {
            require(text, document);
            return new Made(change, List.of());
        };
    }

    /// @throws InputException the document has another text by now
    public static void require(String text, Document document) {
        if (!document.text().equals(text)) {
            throw changed();
        }
    }

    /// Says that what was found is not of the text that is there now.
    public static InputException changed() {
        return new InputException(TEXTS.get("fix.changed"), TEXTS.get("fix.changed.hint"));
    }
}
