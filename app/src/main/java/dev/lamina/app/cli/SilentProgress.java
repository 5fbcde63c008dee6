package dev.lamina.app.cli;

import dev.lamina.model.progress.Reporter;
import java.util.function.BooleanSupplier;

/// Shows nothing.
record SilentProgress(BooleanSupplier cancelled) implements ProgressView {
    @Override
    public Reporter reporter() {
        return new Reporter(progress -> {}, cancelled);
    }

    @Override
    public void close() {
        // Nothing was begun.
    }
}
