package dev.lamina.vmlaunch.hyperv;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a machine was given, to be taken back in the opposite order, once. What cannot be taken back any more is gone
/// already, which is what was wanted.
final class Belongings implements AutoCloseable {
    private final Deque<Undo> undo = new ArrayDeque<>();

    /// One step back.
    @FunctionalInterface
    interface Undo {
        void run() throws Exception;
    }

    synchronized void add(Undo step) {
        undo.push(step);
    }

    @Override
    public synchronized void close() {
        while (!undo.isEmpty()) {
            quietly(undo.pop());
        }
    }

    private static void quietly(Undo step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // It is gone, or Windows is in the way, and then the user is better served by what comes after.
            return;
        }
    }
}
