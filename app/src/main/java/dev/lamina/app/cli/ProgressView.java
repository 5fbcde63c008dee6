package dev.lamina.app.cli;

import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;

/// Shows what long jobs report. Closing it leaves the terminal ready for other output.
interface ProgressView extends AutoCloseable {
    Reporter reporter();

    /// What a job has to say, for people.
    static String words(Progress.Note note) {
        return (note.level() == Progress.Level.WARNING ? "warning: " : "") + Printable.lines(note.text());
    }

    @Override
    void close();
}
