package dev.lamina.app.studio.files;

import dev.lamina.app.operation.Draft;
import dev.lamina.app.operation.Drafts;
import dev.lamina.app.operation.TextFiles;
import dev.lamina.app.studio.base.Background;
import dev.lamina.model.edit.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;

/// Keeps a draft of each document that is not saved. It is written less than a second after a change, and once a second
/// while changes follow one another, so that little is lost however the program ends.
final class Autosave {
    /// With the time that writing takes, and what waits before it, well below two seconds.
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Background background;
    private final Supplier<Drafts> drafts;
    private final Consumer<Exception> failed;
    private final Map<OpenDocument, Subscription> followed = new HashMap<>();
    private final Set<OpenDocument> due = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    /// @param drafts called in the background
    Autosave(Background background, Supplier<Drafts> drafts, Consumer<Exception> failed) {
        this.background = background;
        this.drafts = drafts;
        this.failed = failed;
    }

    /// @param isKept whether there is a draft of it already
    void follow(OpenDocument document, boolean isKept) {
        if (isKept) {
            kept.add(document.draft());
        }
        Subscription both = Subscription.combine(
                document.session().history().subscribe((before, now) -> changed(document)),
                document.unsaved().subscribe((before, now) -> changed(document)));
        followed.put(document, both);
        changed(document);
    }

    private void changed(OpenDocument document) {
        boolean nothing = !document.unsaved().get() && !kept.contains(document.draft());
        if (!nothing && due.add(document)) {
            background.later(PAUSE, () -> {
                if (due.remove(document)) {
                    write(document);
                }
            });
        }
    }

    private void write(OpenDocument document) {
        if (!document.unsaved().get()) {
            remove(document);
            return;
        }
        String title = document.title().get();
        Optional<Path> file = document.file().get();
        String saved = document.savedText();
        History history = document.session().history().get();
        kept.add(document.draft());
        background.files(
                () -> {
                    Draft draft = new Draft(title, file, TextFiles.digest(saved), history);
                    drafts.get().keep(document.draft(), draft);
                    return draft;
                },
                draft -> {},
                failed);
    }

    private void remove(OpenDocument document) {
        if (kept.remove(document.draft())) {
            background.files(
                    () -> {
                        drafts.get().forget(document.draft());
                        return document;
                    },
                    done -> {},
                    failed);
        }
    }

    /// The document is closed: what is not saved is not wanted.
    void forget(OpenDocument document) {
        Optional.ofNullable(followed.remove(document)).ifPresent(Subscription::unsubscribe);
        due.remove(document);
        remove(document);
    }
}
