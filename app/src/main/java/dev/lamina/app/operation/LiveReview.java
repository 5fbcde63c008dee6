package dev.lamina.app.operation;

import dev.lamina.app.operation.ReviewComposition.Again;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.edit.Document;
import java.util.List;

/// Reviews one document again and again while somebody works on it: only what changed is looked at, and what is known
/// beside the document is gathered when it may have changed. It finds what [ReviewComposition] finds, but that a
/// document has nothing yet is no mistake here. Exposure is worked out as well. Not for several threads at
/// a time.
public final class LiveReview {
    private final Again again;
    private final Wish wish;

    /// @param wish its profile is the one of [#review(Document)]
    public LiveReview(ReviewComposition reviews, Wish wish) {
        this.again = reviews.new Again();
        this.wish = wish;
    }

    public Reviewed review(Document document) {
        return review(document, wish.profile());
    }

    public Reviewed review(Document document, Profile profile) {
        return review(document, profile, wish.run());
    }

    /// @param run the machine that the system would be run on, as far as that is known
    public Reviewed review(Document document, Profile profile, RunFacts run) {
        Reviewed reviewed = again.review(begun(document), new Wish(wish.arch(), profile, run));
        reviewed.exposure();
        return reviewed;
    }

    private static Document begun(Document document) {
        return document.isEmpty()
                ? new Document(document.source(), document.read().withProblems(List.of()), document.readable())
                : document;
    }
}
