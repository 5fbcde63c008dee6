package dev.lamina.app.cli;

import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// One JSON object per event. Pieces of a step are added up, so that a fast job does not flood its reader.
final class JsonProgress implements ProgressView {
    private static final long EVERY_BYTES = 1 << 20;

    private final PrintStream err;
    private final BooleanSupplier cancelled;
    private final Map<Long, Long> done = new LinkedHashMap<>();
    private final Map<Long, Long> printed = new LinkedHashMap<>();

    JsonProgress(PrintStream err, BooleanSupplier cancelled) {
        this.err = err;
        this.cancelled = cancelled;
    }

    @Override
    public Reporter reporter() {
        return new Reporter(this::show, cancelled);
    }

    private synchronized void show(Progress progress) {
        switch (progress) {
            case Progress.Started started -> {
                Map<String, Object> event = event("started", started.step());
                event.put("label", started.label());
                event.put("bytes", started.bytes());
                print(event);
            }
            case Progress.Advanced advanced -> advance(advanced);
            case Progress.Finished finished -> {
                Map<String, Object> event = event("finished", finished.step());
                event.put("done", done.getOrDefault(finished.step(), 0L));
                done.remove(finished.step());
                printed.remove(finished.step());
                print(event);
            }
            case Progress.Note note -> {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("event", "note");
                event.put("level", note.level().name().toLowerCase(Locale.ROOT));
                event.put("text", note.text());
                print(event);
            }
        }
    }

    private void advance(Progress.Advanced advanced) {
        long total = done.merge(advanced.step(), advanced.bytes(), Long::sum);
        if (total - printed.getOrDefault(advanced.step(), 0L) >= EVERY_BYTES) {
            printed.put(advanced.step(), total);
            Map<String, Object> event = event("advanced", advanced.step());
            event.put("done", total);
            print(event);
        }
    }

    private static Map<String, Object> event(String name, long step) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", name);
        event.put("step", step);
        return event;
    }

    private void print(Map<String, Object> event) {
        err.println(Json.line(Map.of("progress", event)));
    }

    @Override
    public void close() {
        // Every event was printed when it came.
    }
}
