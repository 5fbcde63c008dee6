package dev.lamina.app.studio.files;

import java.util.ArrayList;
import java.util.List;

/// Documents that were read, on their way into the window; they can be made to wait.
final class Arrivals {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean held;

    void arrive(Runnable document) {
        if (held) {
            waiting.add(document);
        } else {
            document.run();
        }
    }

    /// Until the returned is called, all wait; then they come in their order.
    Runnable hold() {
        held = true;
        return () -> {
            held = false;
            List<Runnable> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(Runnable::run);
        };
    }
}
