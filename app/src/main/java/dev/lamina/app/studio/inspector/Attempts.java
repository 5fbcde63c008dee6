package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tries each change before it is made, so that nothing is written that the reader would refuse.
final class Attempts {
    private static final Texts TEXTS = Texts.of(Attempts.class);

    private final DocumentSession session;
    private final Desk desk;

    Attempts(DocumentSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
    }

    /// Makes a change, or has the field say why not.
    ///
    /// @param wanted the change of the document as it will be by then; called in the background
    void make(FieldModel field, Function<Document, Change> wanted) {
        Document known = session.document().get();
        String text = session.text().get();
        desk.background()
                .compute(
                        () -> refusal(known.with(text), wanted),
                        refusal -> {
                            field.refuse(refusal.orElse(""));
                            if (refusal.isEmpty()) {
                                session.apply(document -> new Made(wanted.apply(document), List.of()));
                            }
                        },
                        problem -> field.refuse(TEXTS.get("refused", String.valueOf(problem.getMessage()))));
    }

    private static Optional<String> refusal(Document document, Function<Document, Change> wanted) {
        return FieldEdits.refusal(document, wanted.apply(document));
    }
}
