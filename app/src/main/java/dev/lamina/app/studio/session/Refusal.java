package dev.lamina.app.studio.session;

import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.util.List;
import java.util.Optional;

/// Says that a gesture cannot be made, in words for the user.
final class Refusal {
    private Refusal() {}

    static InvalidCompositionException of(Document document, String words) {
        SourceSpan at = SourceSpan.at(document.source().name(), 1, 1);
        return new InvalidCompositionException(List.of(new Problem(at, words, Optional.empty())));
    }
}
