package dev.lamina.vmlaunch.screen;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A terminal without a window: takes the bytes that a guest sends and keeps what is to be seen, with its
/// scrollback. It understands what programs send to an xterm with 256 colours.
///
/// One thread feeds; any thread may look. A look waits for at most one piece of 16 KiB, also in a flood.
/// Whatever a guest sends, nothing throws, memory stays bounded, and nothing leaves the terminal but fixed
/// answers: clipboards, files and titles of other windows are out of reach.
public final class Terminal {
    public static final int FEWEST_COLUMNS = 2;
    public static final int MOST_COLUMNS = 1000;
    public static final int MOST_ROWS = 500;

    // so much is parsed before others may look; some 0.2 ms
    private static final int PIECE = 16 * 1024;

    // fair: otherwise a thread that feeds without pause would keep all others out
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Answers answers = new Answers();
    private final InstantSource clock;
    private final Screen screen;
    private final Parser parser;
    private final AtomicLong changes = new AtomicLong();

    /// @param columns 2 to 1000; others become the nearest of these
    /// @param rows 1 to 500
    /// @param scrollback how many lines are kept that have left the screen; plain text of 80 columns takes
    ///        some hundred bytes a line, and no guest gets more than 640 in the mean
    public Terminal(int columns, int rows, int scrollback) {
        this(columns, rows, scrollback, InstantSource.system());
    }

    /// @param clock tells when lines came
    public Terminal(int columns, int rows, int scrollback, InstantSource clock) {
        this.clock = clock;
        this.screen = new Screen(columns(columns), rows(rows), Math.max(0, scrollback));
        this.parser = new Parser(new Emulator(screen, answers));
    }

    /// Takes bytes from the guest: UTF-8, where what is broken becomes U+FFFD. It does not matter where the
    /// bytes are cut. Answers are told in this thread, before it returns.
    public void feed(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int end = offset + length;
        for (int from = offset; from < end; from += PIECE) {
            int to = Math.min(end, from + PIECE);
            int start = from;
            locked(() -> {
                        screen.buffers().now(clock.millis());
                        parser.feed(bytes, start, to);
                        changes.incrementAndGet();
                        return answers.take();
                    })
                    .run();
        }
    }

    /// Gives the screen another size. When the width changes, wrapped lines are broken anew, also in the
    /// scrollback, and numbers of lines that were remembered are worth nothing: see [Snapshot#generation].
    public void resize(int columns, int rows) {
        change(() -> {
            int width = columns(columns);
            int height = rows(rows);
            if (width != screen.grid().columns() || height != screen.grid().rows()) {
                screen.buffers().now(clock.millis());
                screen.resize(width, height);
            }
        });
    }

    /// @param firstLine the number of the first line that is wanted; nearer lines are taken when it is not
    ///        there
    /// @param rows how many lines; fewer are given when there are fewer
    public Snapshot snapshot(long firstLine, int rows) {
        return locked(() -> look(Math.clamp(firstLine, oldest(), newest()), rows));
    }

    /// What is on the screen now, without scrollback.
    public Snapshot screen() {
        return locked(() -> look(top(), screen.grid().rows()));
    }

    /// The number of the oldest line that is kept.
    public long oldestLine() {
        return locked(this::oldest);
    }

    /// The number of the line at the bottom of the screen.
    public long newestLine() {
        return locked(this::newest);
    }

    /// The number of the line at the top of the screen.
    public long screenTop() {
        return locked(this::top);
    }

    /// @return the line; one without columns when it is not there (any more)
    public Line line(long number) {
        return locked(() -> number < oldest() || number > newest()
                ? Line.EMPTY
                : screen.buffers().line(number));
    }

    /// Grows with each change: a view paints when it differs from what it painted last.
    public long changes() {
        return changes.get();
    }

    /// How many bytes the scrollback takes.
    public long scrollbackBytes() {
        return locked(() -> screen.buffers().history().bytes());
    }

    /// Makes the line of the cursor the first of the screen and forgets the others on it; the scrollback
    /// stays.
    public void clear() {
        change(screen::clearAroundCursor);
    }

    /// Forgets all lines that have left the screen.
    public void clearScrollback() {
        change(() -> screen.buffers().history().clear());
    }

    /// Back to how it began, when the guest left the terminal in a state that nobody can read; lines are
    /// kept.
    public void reset() {
        change(() -> {
            parser.reset();
            screen.reset();
        });
    }

    /// @param answers gets what is to be sent to the guest: where the cursor is and what kind of terminal
    ///        this is, when it asks; at most 4 KiB for each piece of input
    public void onReply(Consumer<byte[]> answers) {
        change(() -> this.answers.onReply(answers));
    }

    public Modes modes() {
        return locked(() -> screen.switches.modes(screen.buffers().isAlternate()));
    }

    private Snapshot look(long first, int rows) {
        int count = Math.clamp(newest() - first + 1, 0, Math.max(0, rows));
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(screen.buffers().line(first + i));
        }
        return new Snapshot(
                first,
                lines,
                cursor(),
                screen.switches.modes(screen.buffers().isAlternate()),
                oldest(),
                top(),
                newest(),
                screen.grid().columns(),
                screen.grid().rows(),
                changes.get(),
                screen.buffers().generation());
    }

    private Cursor cursor() {
        Switches switches = screen.switches;
        return new Cursor(
                top() + screen.y(), screen.x(), switches.cursorVisible, switches.cursorShape, switches.cursorBlinking);
    }

    private long oldest() {
        return screen.buffers().history().first();
    }

    private long top() {
        return screen.buffers().history().next();
    }

    private long newest() {
        return top() + screen.grid().rows() - 1;
    }

    private static int columns(int columns) {
        return Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
    }

    private static int rows(int rows) {
        return Math.clamp(rows, 1, MOST_ROWS);
    }

    private void change(Runnable change) {
        locked(() -> {
            change.run();
            changes.incrementAndGet();
            return true;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
