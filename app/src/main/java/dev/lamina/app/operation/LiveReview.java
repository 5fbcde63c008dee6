package dev.lamina.app.operation;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.model.edit.Document;
import dev.lamina.model.progress.Reporter;
import java.util.List;

/// Reviews one document again and again while somebody works on it. Not for several threads.
public final class LiveReview {
    private final ReviewComposition reviews;
    private final Wish wish;

    public LiveReview(ReviewComposition reviews, Wish wish) {
        this.reviews = reviews;
        this.wish = wish;
    }

    public Reviewed review(Document document) {
        return reviews.review(List.of(document.source()), wish, Reporter.silent());
    }
}
