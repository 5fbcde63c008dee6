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

    /// What is handed on at once, at most.
    private static final int PIECE = 1 << 16;

    private final Sink sink;
    private final String name;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final byte[] ring = new byte[CAPACITY];
    private long written;
    private long read;
    private boolean working;
    private boolean ended;
    private boolean done;
    private boolean closed;

    /// Takes what a guest prints. Called by one thread at a time.
    interface Sink {
        void received(byte[] bytes, int length);

        /// All that there will ever be was received.
        void ended();
    }

    /// @param name of the thread
    Feed(String name, Sink sink) {
        this.name = name;
        this.sink = sink;
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
            wake();
        }
    }

    @Override
    public synchronized void ended() {
        ended = true;
        wake();
    }

    /// Does something between two pieces: what changes the screen and does not come from the guest.
    synchronized void between(Runnable task) {
        if (!closed) {
            tasks.add(task);
            wake();
        }
    }

    /// Hands on no more. Whoever waits goes on, and what they bring is dropped.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /// The thread waits as long as something may come; after that it is there only while it is needed.
    private void wake() {
        notifyAll();
        if (!working && !closed) {
            working = true;
            Thread.ofPlatform().daemon().name(name).start(this::work);
        }
    }

    private void work() {
        byte[] piece = new byte[PIECE];
        for (Step step = next(piece); !step.stop(); step = next(piece)) {
            step.tasks().forEach(Runnable::run);
            if (step.length() > 0) {
                sink.received(piece, step.length());
            }
            if (step.last()) {
                sink.ended();
            }
        }
    }

    /// @param last whether nothing comes behind it
    private record Step(List<Runnable> tasks, int length, boolean last, boolean stop) {}

    private synchronized Step next(byte[] piece) {
        while (tasks.isEmpty() && written == read && !ended && !closed && !done) {
            pause();
        }
        if (closed || done && tasks.isEmpty()) {
            working = false;
            return new Step(List.of(), 0, false, true);
        }
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        int at = (int) (read % CAPACITY);
        int count = (int) Math.min(Math.min(written - read, PIECE), CAPACITY - at);
        System.arraycopy(ring, at, piece, 0, count);
        read += count;
        boolean last = ended && written == read && !done;
        done |= last;
        notifyAll();
        return new Step(due, count, last, false);
    }

    /// An interrupt counts as the wish to stop.
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
    }
}
