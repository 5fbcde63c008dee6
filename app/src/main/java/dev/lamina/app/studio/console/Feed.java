package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.Console;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The way from a guest's console to its screen: a bounded queue, emptied by a thread of its own. Whoever brings bytes
/// waits while the queue is full, so that nothing is lost and nothing piles up, however much a guest prints.
final class Feed implements Console.Listener {
    /// As little as keeps both sides busy: what waits here is shown before the answer to Ctrl+C.
    private static final int CAPACITY = 1 << 20;

    /// What is taken at once, at most: then others may look at the screen.
    private static final int PIECE = 1 << 16;

    private final Sink sink;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final byte[] ring = new byte[CAPACITY];
    private long written;
    private long read;
    private boolean ended;
    private boolean closed;

    /// Takes what a guest prints. Called by one thread.
    interface Sink {
        void received(byte[] bytes, int length);

        /// All that there will ever be was received.
        void ended();
    }

    Feed(Sink sink) {
        this.sink = sink;
    }

    /// Begins to hand on what comes.
    Feed start(String name) {
        Thread.ofPlatform().daemon().name(name).start(this::work);
        return this;
    }

    @Override
    public synchronized void received(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length && !closed) {
            int room = (int) (CAPACITY - (written - read));
            if (room == 0) {
                pause();
                continue;
            }
            int at = (int) (written % CAPACITY);
            int count = Math.min(Math.min(room, length - done), CAPACITY - at);
            System.arraycopy(bytes, offset + done, ring, at, count);
            written += count;
            done += count;
            notifyAll();
        }
    }

    @Override
    public synchronized void ended() {
        ended = true;
        notifyAll();
    }

    /// Does something between two pieces, on the thread that hands on: what touches the screen but does not come from
    /// the guest.
    synchronized void between(Runnable task) {
        tasks.add(task);
        notifyAll();
    }

    /// Hands on no more. Whoever waits goes on, and what they bring is dropped.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void work() {
        byte[] piece = new byte[PIECE];
        while (true) {
            Step step = next(piece);
            if (step.length() < 0) {
                return;
            }
            step.tasks().forEach(Runnable::run);
            if (step.length() > 0) {
                sink.received(piece, step.length());
            }
            if (step.last()) {
                sink.ended();
            }
        }
    }

    private record Step(List<Runnable> tasks, int length, boolean last) {}

    private synchronized Step next(byte[] piece) {
        while (tasks.isEmpty() && written == read && !ended && !closed) {
            pause();
        }
        if (closed) {
            return new Step(List.of(), -1, false);
        }
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        int at = (int) (read % CAPACITY);
        int count = (int) Math.min(Math.min(written - read, PIECE), CAPACITY - at);
        System.arraycopy(ring, at, piece, 0, count);
        read += count;
        boolean last = ended && written == read;
        ended = ended && !last;
        notifyAll();
        return new Step(due, count, last);
    }

    /// An interrupt counts as the wish to stop.
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            closed = true;
            notifyAll();
            Thread.currentThread().interrupt();
        }
    }
}
