package dev.lamina.app.studio.session;

import dev.lamina.app.studio.base.Background;
import dev.lamina.model.edit.Document;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// Reads the text of a document in the background whenever it is another one. While one is read the states
/// in between are passed over.
final class Reading {
    private final ObservableValue<String> text;
    private final Background background;
    private final Consumer<Document> done;
    private final Consumer<Exception> failed;
    private boolean reading;

    /// What was read last; for [Background#compute] alone, which does one thing after the other.
    private Document last;

    /// @param opened what is known already
    /// @param done gets what was read of the newest text
    Reading(
            ObservableValue<String> text,
            Document opened,
            Background background,
            Consumer<Document> done,
            Consumer<Exception> failed) {
        this.text = text;
        this.last = opened;
        this.background = background;
        this.done = done;
        this.failed = failed;
    }

    /// Reads the newest text, at once or when what is being read is done.
    void read() {
        if (reading) {
            return; // looks at the newest text when it is done
        }
        reading = true;
        String wanted = text.getValue();
        background.compute(
                () -> of(wanted),
                now -> {
                    reading = false;
                    if (wanted.equals(text.getValue())) {
                        done.accept(now);
                    } else {
                        read();
                    }
                },
                problem -> {
                    reading = false;
                    failed.accept(problem);
                    if (!wanted.equals(text.getValue())) {
                        read();
                    }
                });
    }

    /// The document with a text, for [Background#compute]. What was read last is not read again: a gesture
    /// right behind a key finds what was read for the key.
    Document of(String wanted) {
        return keep(last.with(wanted));
    }

    /// What is read already, for [Background#compute].
    Document keep(Document read) {
        last = read;
        return read;
    }
}
