package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Snapshot;
import dev.lamina.vmlaunch.screen.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Which lines of a terminal are shown: those around the cursor while it follows, those that were scrolled to
/// otherwise. Paused it shows what was there at that moment, whatever comes.
final class Viewing {
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper arrived = new ReadOnlyLongWrapper();
    private Optional<Snapshot> held = Optional.empty();
    private long top;
    private long last;
    private long bottom;
    private long mark;
    private int rows = 1;

    Viewing() {
        paused.subscribe(now -> held = Optional.empty());
    }

    /// Whether the end is shown and stays shown.
    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    BooleanProperty paused() {
        return paused;
    }

    /// How many lines came that are not shown, since it stands still.
    ReadOnlyLongProperty arrived() {
        return arrived.getReadOnlyProperty();
    }

    /// @param now how many lines fit
    void rows(int now) {
        rows = Math.max(1, now);
    }

    int rows() {
        return rows;
    }

    void follow() {
        following.set(true);
    }

    void scrollBy(long lines) {
        scrollTo(top + lines);
    }

    void scrollTo(long line) {
        top = Math.clamp(line, Math.min(0, bottom), bottom);
        following.set(top == last);
    }

    /// Scrolls as little as needed for a line to be shown.
    void reveal(long line) {
        if (line < top || line >= top + rows) {
            scrollTo(line - rows / 2);
        }
    }

    Frame look(Terminal terminal) {
        Snapshot now = terminal.screen();
        if (paused.get() && held.isEmpty()) {
            held = Optional.of(now);
        }
        Snapshot screen = held.orElse(now);
        last = last(screen);
        bottom = Math.max(last, screen.first() + screen.lines().size() - rows);
        top = following.get() ? last : Math.clamp(top, Math.min(now.oldest(), bottom), bottom);
        if (following.get() && !paused.get()) {
            mark = now.newest();
        }
        arrived.set(Math.max(0, now.newest() - mark));
        return new Frame(screen, top, bottom, lines(terminal, screen));
    }

    /// A screen that is higher than what is shown is shown around its cursor.
    private long last(Snapshot screen) {
        int count = screen.lines().size();
        if (count <= rows) {
            return screen.first();
        }
        long cursor = screen.cursor().line() - rows + 1;
        return Math.clamp(cursor, screen.first(), screen.first() + count - rows);
    }

    private List<Line> lines(Terminal terminal, Snapshot screen) {
        List<Line> lines = new ArrayList<>();
        long before = screen.first() - top;
        if (before > 0) {
            lines.addAll(terminal.snapshot(top, (int) Math.min(before, rows)).lines());
        }
        int from = (int) Math.max(0, -before);
        int to = Math.min(screen.lines().size(), from + rows - lines.size());
        lines.addAll(screen.lines().subList(Math.min(from, to), to));
        return lines;
    }

    /// The lines as they are shown, by their numbers. For use on any thread.
    LongFunction<Line> lines(Terminal terminal) {
        return held.<LongFunction<Line>>map(screen -> number -> {
                    long index = number - screen.first();
                    return index >= 0 && index < screen.lines().size()
                            ? screen.lines().get((int) index)
                            : terminal.line(number);
                })
                .orElse(terminal::line);
    }

    /// Forgets what was of another terminal.
    void reset() {
        held = Optional.empty();
        paused.set(false);
        following.set(true);
        arrived.set(0);
    }
}
