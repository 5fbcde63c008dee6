package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Background;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/// Paints at most once a frame, however often it is asked to, and rests when nobody asks.
final class Pulse extends AnimationTimer {
    /// Starting and stopping cost more than some frames without work.
    private static final int PATIENCE = 30;

    private final Background background;
    private final BooleanSupplier work;
    private final AtomicBoolean asked = new AtomicBoolean();
    private boolean running;
    private int idle;

    /// @param work paints; whether it wants to paint in the next frame, too
    Pulse(Background background, BooleanSupplier work) {
        this.background = background;
        this.work = work;
    }

    /// Asks for a frame, on any thread.
    void ask() {
        if (!asked.getAndSet(true)) {
            background.onWindow(this::wake);
        }
    }

    private void wake() {
        if (!running) {
            running = true;
            idle = 0;
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (asked.getAndSet(false)) {
            idle = 0;
            if (work.getAsBoolean()) {
                asked.set(true);
            }
        } else if (++idle > PATIENCE) {
            running = false;
            stop();
        }
    }
}
