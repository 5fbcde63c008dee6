package dev.lamina.app.studio.session;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.edit.Document;

/// Makes reviews of a document. Called on one thread at a time.
@FunctionalInterface
public interface Reviewer {
    Reviewed review(Document document, Profile profile, RunFacts run);
}
