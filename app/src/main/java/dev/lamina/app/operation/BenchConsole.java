package dev.lamina.app.operation;

import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.screen.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Measures how fast the terminal of the console takes in what guests send, alone and while a window looks at it sixty
/// times a second, and what its scrollback takes. The same bytes looked at one by one are the measure of the computer.
public final class BenchConsole {
    static final int SCROLLBACK = 100_000;
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    // as much as comes from a serial line at once when it floods
    private static final int PIECE = 64 * 1024;

    /// @param mib how much is fed in each run
    public record Request(int mib, int runs) {}

    /// @param input what kind of it
    /// @param bytes of one run
    /// @param scan looking at each byte
    /// @param alone the terminal with nobody looking
    /// @param cpu what these runs took together of the processors' time, compiler and collector included: it tells
    ///        more than the times when other work runs
    /// @param watched the terminal while its screen is looked at
    /// @param longestLook how long one of these looks had to wait at most
    public record Flood(
            ConsoleInput input,
            long bytes,
            Timings scan,
            Timings alone,
            Duration cpu,
            Timings watched,
            Duration longestLook) {}

    /// @param lines how many lines were kept
    /// @param bytes which they take
    public record Scrollback(ConsoleInput input, long lines, long bytes) {}

    public record Result(List<Flood> floods, List<Scrollback> scrollbacks) {
        public Result {
            floods = List.copyOf(floods);
            scrollbacks = List.copyOf(scrollbacks);
        }
    }

    public Result run(Request request, Reporter reporter) {
        List<Flood> floods = new ArrayList<>();
        List<Scrollback> scrollbacks = new ArrayList<>();
        for (ConsoleInput input : ConsoleInput.values()) {
            byte[] bytes = input.bytes(request.mib() * 1024 * 1024);
            floods.add(flood(input, bytes, request.runs(), reporter));
            if (input.scrolls()) {
                scrollbacks.add(scrollback(input));
            }
        }
        return new Result(floods, scrollbacks);
    }

    private static Flood flood(ConsoleInput input, byte[] bytes, int runs, Reporter reporter) {
        feed(terminal(), bytes); // compiles what is measured
        List<Duration> scan = new ArrayList<>();
        List<Duration> alone = new ArrayList<>();
        List<Duration> watched = new ArrayList<>();
        Duration cpu = Duration.ZERO;
        Duration longest = Duration.ZERO;
        for (int run = 0; run < runs; run++) {
            reporter.checkCancelled();
            scan.add(timed(bytes, BenchConsole::lines));
            Duration before = Cost.cpuTime();
            alone.add(timed(bytes, all -> feed(terminal(), all)));
            cpu = cpu.plus(Cost.cpuTime().minus(before));
            Terminal terminal = terminal();
            try (PlayedWindow window = new PlayedWindow(terminal)) {
                watched.add(timed(bytes, all -> feed(terminal, all)));
                longest = window.longest().compareTo(longest) > 0 ? window.longest() : longest;
            }
        }
        return new Flood(
                input, bytes.length, new Timings(scan), new Timings(alone), cpu, new Timings(watched), longest);
    }

    private static Scrollback scrollback(ConsoleInput input) {
        Terminal terminal = terminal();
        byte[] bytes = input.bytes(PIECE);
        while (terminal.screenTop() - terminal.oldestLine() < SCROLLBACK) {
            feed(terminal, bytes);
        }
        return new Scrollback(input, terminal.screenTop() - terminal.oldestLine(), terminal.scrollbackBytes());
    }

    private static Terminal terminal() {
        return new Terminal(COLUMNS, ROWS, SCROLLBACK);
    }

    private static long feed(Terminal terminal, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            terminal.feed(bytes, from, Math.min(PIECE, bytes.length - from));
        }
        return terminal.changes();
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (byte value : bytes) {
            lines += value == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static Duration timed(byte[] bytes, ToLongFunction<byte[]> work) {
        long begun = System.nanoTime();
        long seen = work.applyAsLong(bytes);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        if (seen < 0) {
            throw new IllegalStateException("cannot be"); // keeps the work from being optimised away
        }
        return taken;
    }
}
