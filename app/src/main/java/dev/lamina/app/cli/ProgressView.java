package dev.lamina.app.cli;

import dev.lamina.model.progress.Reporter;

/// Shows what long jobs report. Closing it leaves the terminal ready for other output.
interface ProgressView extends AutoCloseable {
    Reporter reporter();

    @Override
    void close();
}
