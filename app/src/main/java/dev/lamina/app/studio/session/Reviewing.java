package dev.lamina.app.studio.session;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.model.check.Profile;
import dev.lamina.model.edit.Document;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// Reviews a document in the background whenever it is another one. While a review is made the states in between are
/// passed over.
final class Reviewing {
    private final ObservableValue<Document> document;
    private final BiFunction<Document, Profile, Reviewed> reviewer;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.BASELINE);
    private boolean reviewing;
    private boolean due;

    Reviewing(
            ObservableValue<Document> document,
            BiFunction<Document, Profile, Reviewed> reviewer,
            Background background,
            Consumer<Exception> failed) {
        this.document = document;
        this.reviewer = reviewer;
        this.background = background;
        this.failed = failed;
        profile.subscribe((before, now) -> review());
    }

    ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed() {
        return reviewed;
    }

    ObjectProperty<Profile> profile() {
        return profile;
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
        background.compute(
                () -> reviewer.apply(wanted, strictness),
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
