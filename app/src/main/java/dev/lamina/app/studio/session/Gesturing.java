package dev.lamina.app.studio.session;

import dev.lamina.app.studio.base.Background;
import dev.lamina.model.edit.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/// Makes what gestures mean, one after the other in the background: each sees what the one before did. One
/// that somebody typed beside is made again in the newer text.
final class Gesturing {
    private final ObservableValue<String> text;
    private final Reading reading;
    private final Background background;
    private final Consumer<Applied> done;
    private final Consumer<Exception> failed;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean making;

    /// What a gesture came to.
    ///
    /// @param label for the history
    /// @param selected what is selected then; empty when that stays as it is
    record Applied(String label, Document document, List<Place> selected) {}

    /// @param done gets what came of the newest text
    Gesturing(
            ObservableValue<String> text,
            Reading reading,
            Background background,
            Consumer<Applied> done,
            Consumer<Exception> failed) {
        this.text = text;
        this.reading = reading;
        this.background = background;
        this.done = done;
        this.failed = failed;
    }

    /// @param gesture called in the background, perhaps several times
    void add(Function<Document, Applied> gesture) {
        waiting.addLast(() -> make(gesture));
        next();
    }

    /// @param task done on the thread of the window, behind the gestures before it
    void behind(Runnable task) {
        waiting.addLast(() -> {
            task.run();
            next();
        });
        next();
    }

    private void next() {
        if (!making && !waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private void make(Function<Document, Applied> gesture) {
        making = true;
        String wanted = text.getValue();
        background.compute(
                () -> made(gesture, wanted),
                applied -> {
                    making = false;
                    if (wanted.equals(text.getValue())) {
                        done.accept(applied);
                    } else {
                        waiting.addFirst(() -> make(gesture));
                    }
                    next();
                },
                problem -> {
                    making = false;
                    failed.accept(problem);
                    next();
                });
    }

    private Applied made(Function<Document, Applied> gesture, String wanted) {
        Applied applied = gesture.apply(reading.of(wanted));
        reading.keep(applied.document());
        return applied;
    }
}
