package dev.lamina.app.studio.base;

import dev.lamina.model.progress.Progress;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Long work while it goes on: what it does now, and how far it is.
public final class RunningJob implements Background.Job {
    private final String label;
    private final Runnable cancel;
    private final Map<Long, Part> parts = new HashMap<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

    private record Part(OptionalLong size, long done) {}

    RunningJob(String label, Runnable cancel) {
        this.label = label;
        this.cancel = cancel;
    }

    public String label() {
        return label;
    }

    /// The step that it is at.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Between 0 and 1; negative when nobody knows.
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    void take(Progress progress) {
        switch (progress) {
            case Progress.Started(long step, String text, OptionalLong bytes) -> {
                parts.put(step, new Part(bytes, 0));
                message.set(text);
            }
            case Progress.Advanced(long step, long bytes) ->
                parts.computeIfPresent(step, (key, part) -> new Part(part.size(), part.done() + bytes));
            case Progress.Finished(long step) -> parts.remove(step);
            case Progress.Note(Progress.Level level, String text) -> message.set(text);
        }
        long size =
                parts.values().stream().mapToLong(part -> part.size().orElse(0)).sum();
        long done = parts.values().stream()
                .filter(part -> part.size().isPresent())
                .mapToLong(Part::done)
                .sum();
        fraction.set(size == 0 ? -1 : Math.min(1, (double) done / size));
    }

    @Override
    public void cancel() {
        cancel.run();
    }
}
