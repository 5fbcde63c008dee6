package dev.lamina.app.studio.problems;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.check.Finding;
import dev.lamina.model.validate.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The findings of a document, through times when its text is no YAML: then those of the last text that was are kept,
/// as the composition is most likely still what it was.
final class ReviewedText {
    private final DocumentSession session;
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();

    /// The last text that was no YAML.
    private Optional<String> unreadable = Optional.empty();

    private Optional<Reviewed> newest = Optional.empty();
    private Optional<Reviewed> readable = Optional.empty();

    ReviewedText(DocumentSession session) {
        this.session = session;
        session.document().subscribe(document -> {
            if (!document.readable()) {
                unreadable = Optional.of(document.text());
            }
        });
        session.text().subscribe(now -> compare());
        take();
    }

    /// Call it when the session has another review.
    void take() {
        newest = session.reviewed().get();
        if (newest.isPresent() && !isUnreadable(newest.get())) {
            readable = newest;
        }
        compare();
    }

    private void compare() {
        behind.set(!isOfNewestText());
    }

    private boolean isUnreadable(Reviewed reviewed) {
        return unreadable.filter(text(reviewed)::equals).isPresent();
    }

    private static String text(Reviewed reviewed) {
        return reviewed.documents().getFirst().text();
    }

    /// Whether the findings are of an older text than the one that is there.
    ReadOnlyBooleanProperty behind() {
        return behind.getReadOnlyProperty();
    }

    /// Whether what is found is of the text that is there now.
    boolean isOfNewestText() {
        return newest.isPresent() && text(newest.get()).equals(session.text().get());
    }

    Optional<Reviewed> newest() {
        return newest;
    }

    /// What the composition is like: the newest review of a text that is YAML.
    Optional<Reviewed> readable() {
        return readable;
    }

    /// Whether the text that was reviewed last is YAML.
    boolean isReadable() {
        return newest.isEmpty() || (readable.isPresent() && readable.get() == newest.get());
    }

    List<ProblemEntry> entries() {
        if (newest.isEmpty()) {
            return List.of();
        }
        List<ProblemEntry> entries = new ArrayList<>();
        add(newest.get().validation(), Standing.FOUND, entries);
        if (readable.isPresent() && !isReadable()) {
            add(readable.get().validation(), Standing.EARLIER, entries);
        }
        return entries;
    }

    private static void add(Validation validation, Standing standing, List<ProblemEntry> entries) {
        for (Finding finding : validation.findings()) {
            entries.add(new ProblemEntry(finding, standing));
        }
        for (Finding finding : validation.waived()) {
            entries.add(new ProblemEntry(finding, Standing.ALLOWED));
        }
    }
}
