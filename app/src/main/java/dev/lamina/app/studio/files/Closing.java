package dev.lamina.app.studio.files;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Offering.Choice;
import dev.lamina.app.studio.files.Offering.Subject;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/// Closes documents so that nothing is lost: one whose machine runs, or that is not saved, comes to the front and asks.
final class Closing {
    private static final Texts TEXTS = Texts.of(Closing.class);

    private final ObjectProperty<Optional<OpenDocument>> current;
    private final Saving saving;
    private final Consumer<OpenDocument> remove;
    private BiConsumer<OpenDocument, Runnable> ending = (document, then) -> {};

    /// @param remove takes a document away without asking
    Closing(ObjectProperty<Optional<OpenDocument>> current, Saving saving, Consumer<OpenDocument> remove) {
        this.current = current;
        this.saving = saving;
        this.remove = remove;
    }

    /// @param end ends what runs of a document, then does the task
    void endBy(BiConsumer<OpenDocument, Runnable> end) {
        ending = end;
    }

    /// @param then done when it is closed; not when the user wants to go on
    void close(OpenDocument document, Runnable then) {
        if (runs(document)) {
            askToEnd(document, () -> close(document, then));
        } else if (document.unsaved().get()) {
            askToSave(document, then);
        } else {
            closed(document, then);
        }
    }

    private static boolean runs(OpenDocument document) {
        return !document.session().live().phase().get().idle();
    }

    /// Ends what runs of it without asking.
    void end(OpenDocument document, Runnable then) {
        if (runs(document)) {
            ending.accept(document, then);
        } else {
            then.run();
        }
    }

    /// A machine that the window runs ends with it, so there is no letting it go on.
    private void askToEnd(OpenDocument document, Runnable then) {
        current.set(Optional.of(document));
        document.offer(Offering.of(
                Subject.RUNNING,
                TEXTS.get("close.runs", document.title().get()),
                new Choice(TEXTS.get("choice.stop"), () -> end(document, then)),
                new Choice(TEXTS.get("choice.cancel"), () -> {})));
    }

    private void askToSave(OpenDocument document, Runnable then) {
        current.set(Optional.of(document));
        document.offer(Offering.of(
                Subject.CLOSING,
                TEXTS.get("close.question", document.title().get()),
                new Choice(TEXTS.get("choice.save"), () -> saving.save(document, () -> close(document, then))),
                new Choice(TEXTS.get("choice.dontSave"), () -> closed(document, then)),
                new Choice(TEXTS.get("choice.cancel"), () -> {})));
    }

    private void closed(OpenDocument document, Runnable then) {
        remove.accept(document);
        then.run();
    }
}
