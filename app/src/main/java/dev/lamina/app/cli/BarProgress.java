package dev.lamina.app.cli;

import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// A row per running step at the foot of a terminal, redrawn in one write ten times a second. Notes scroll
/// away above.
final class BarProgress implements ProgressView {
    private static final long REDRAW_MILLIS = 100;
    private static final int MAX_ROWS = 8;

    private final PrintStream err;
    private final int columns;
    private final BooleanSupplier cancelled;
    private final LongSupplier clock;
    private final Map<Long, ProgressRow> rows = new LinkedHashMap<>();
    private final Timer timer = new Timer("progress", true);
    private int drawn;

    BarProgress(PrintStream err, int columns, BooleanSupplier cancelled, LongSupplier clock) {
        this.err = err;
        this.columns = columns;
        this.cancelled = cancelled;
        this.clock = clock;
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        redraw();
                    }
                },
                REDRAW_MILLIS,
                REDRAW_MILLIS);
    }

    @Override
    public Reporter reporter() {
        return new Reporter(this::show, cancelled);
    }

    private synchronized void show(Progress progress) {
        switch (progress) {
            case Progress.Started started ->
                rows.put(
                        started.step(),
                        new ProgressRow(Printable.text(started.label()), started.bytes(), clock.getAsLong()));
            case Progress.Advanced advanced ->
                rows.computeIfPresent(advanced.step(), (id, row) -> row.advance(advanced.bytes()));
            case Progress.Finished finished -> rows.remove(finished.step());
            case Progress.Note note -> draw(ProgressView.words(note) + "\n");
        }
    }

    synchronized void redraw() {
        draw("");
    }

    /// Replaces what was drawn last by `above`, which stays, and the current rows.
    private void draw(String above) {
        if (above.isEmpty() && rows.isEmpty() && drawn == 0) {
            return;
        }
        StringBuilder frame = new StringBuilder();
        if (drawn > 0) {
            frame.append("\033[").append(drawn).append("A");
        }
        frame.append("\r");
        above.lines().forEach(line -> frame.append(line).append("\033[K\n"));
        drawn = 0;
        long now = clock.getAsLong();
        for (ProgressRow row : rows.values()) {
            if (drawn == MAX_ROWS) {
                frame.append("… and ").append(rows.size() - MAX_ROWS).append(" more\033[K\n");
                drawn++;
                break;
            }
            frame.append(row.text(columns, now)).append("\033[K\n");
            drawn++;
        }
        err.print(frame.append("\033[J"));
        err.flush();
    }

    @Override
    public synchronized void close() {
        timer.cancel();
        rows.clear();
        redraw();
    }
}
