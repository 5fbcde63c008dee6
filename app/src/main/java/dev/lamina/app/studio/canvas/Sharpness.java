package dev.lamina.app.studio.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.CacheHint;

/// While the zoom changes, cards are drawn from pictures of them; when it rests they are drawn anew, few at
/// a time, so that no frame takes long.
final class Sharpness extends AnimationTimer {
    private static final long REST = 180_000_000;
    private static final int AT_ONCE = 8;

    private final Runnable rested;
    private final Deque<CardView> blurred = new ArrayDeque<>();
    private boolean moved;
    private boolean resting = true;
    private long since;

    /// @param rested called once when the zoom does not change any more
    Sharpness(Runnable rested) {
        this.rested = rested;
    }

    /// Whether the zoom does not change now.
    boolean resting() {
        return resting;
    }

    /// The zoom is another one.
    ///
    /// @param views of the cards that are in sight
    void moved(List<CardView> views) {
        for (CardView view : views) {
            if (view.getCacheHint() != CacheHint.SPEED) {
                view.setCacheHint(CacheHint.SPEED);
                blurred.add(view);
            }
        }
        moved = true;
        resting = false;
        start();
    }

    @Override
    public void handle(long now) {
        if (moved) {
            moved = false;
            since = now;
        }
        if (now - since < REST) {
            return;
        }
        if (!resting) {
            resting = true;
            rested.run();
        }
        for (int i = 0; i < AT_ONCE && !blurred.isEmpty(); i++) {
            blurred.removeFirst().setCacheHint(CacheHint.QUALITY);
        }
        if (blurred.isEmpty()) {
            stop();
        }
    }
}
