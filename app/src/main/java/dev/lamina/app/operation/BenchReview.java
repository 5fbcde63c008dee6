package dev.lamina.app.operation;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.model.check.Profile;
import dev.lamina.model.edit.Document;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Measures what follows a key in the editor of a large system: reading its text, reviewing it, and telling how exposed
/// it is. The system is that of [BenchValidate], which changes in one value from run to run.
public final class BenchReview {
    private final Supplier<LiveReview> reviews;

    public BenchReview(Supplier<LiveReview> reviews) {
        this.reviews = reviews;
    }

    /// @param findings of the system, all of them
    /// @param first from the text to the findings for the first time, before anything is compiled
    /// @param read of the text
    /// @param review all rules, with what is known of the state before, and how exposed the system is
    /// @param exposure that alone, with nothing known
    /// @param whole from the text to the findings: reading and reviewing
    public record Result(
            int components,
            int findings,
            Duration first,
            Timings read,
            Timings review,
            Timings exposure,
            Timings whole) {}

    public Result run(BenchValidate.Request request, Reporter reporter) {
        LiveReview review = reviews.get();
        long begun = System.nanoTime();
        Document document = Document.of(BenchValidate.text(request.components(), 0));
        Reviewed reviewed = review.review(document, Profile.RESTRICTED);
        Duration first = since(begun);
        List<Duration> reading = new ArrayList<>();
        List<Duration> reviewing = new ArrayList<>();
        List<Duration> exposing = new ArrayList<>();
        List<Duration> whole = new ArrayList<>();
        for (int run = 1; run <= request.runs(); run++) {
            reporter.checkCancelled();
            String text = BenchValidate.text(request.components(), run).text();
            long start = System.nanoTime();
            document = document.with(text);
            reading.add(since(start));
            long read = System.nanoTime();
            reviewed = review.review(document, Profile.RESTRICTED);
            reviewing.add(since(read));
            whole.add(since(start));
            long found = System.nanoTime();
            Exposure.of(reviewed.system());
            exposing.add(since(found));
        }
        return new Result(
                request.components(),
                reviewed.validation().findings().size(),
                first,
                new Timings(reading),
                new Timings(reviewing),
                new Timings(exposing),
                new Timings(whole));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
