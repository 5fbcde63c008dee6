package dev.lamina.app.studio.session;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.edit.Document;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Reviews a document in the background whenever it, or what it is reviewed by, is another one. While a review is made
/// the states in between are
/// passed over.
final class Reviewing {
    private final ObservableValue<Document> document;
    private final Reviewer reviewer;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.BASELINE);
    private final ObjectProperty<RunFacts> run = new SimpleObjectProperty<>(RunFacts.UNKNOWN);
    private boolean reviewing;
    private boolean due;

    Reviewing(
            ObservableValue<Document> document, Reviewer reviewer, Background background, Consumer<Exception> failed) {
        this.document = document;
        this.reviewer = reviewer;
        this.background = background;
        this.failed = failed;
        profile.subscribe((before, now) -> review());
        run.subscribe((before, now) -> review());
    }

    ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed() {
        return reviewed;
    }

    ObjectProperty<Profile> profile() {
        return profile;
    }

    ObjectProperty<RunFacts> run() {
        return run;
    }

    /// Reviews the document as it is now, at once or when the review that is being made is done.
    void review() {
        due = true;
        next();
    }

    private void next() {
        if (reviewing || !due) {
            return;
        }
        reviewing = true;
        due = false;
        Document wanted = document.getValue();
        Profile strictness = profile.get();
        RunFacts machine = run.get();
        background.compute(
                () -> reviewer.review(wanted, strictness, machine),
                now -> {
                    reviewing = false;
                    reviewed.set(Optional.of(now));
                    next();
                },
                problem -> {
                    reviewing = false;
                    failed.accept(problem);
                    next();
                });
    }
}
