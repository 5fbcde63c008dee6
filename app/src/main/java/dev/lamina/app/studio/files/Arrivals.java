package dev.lamina.app.studio.files;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Documents that are read, on their way into the window, one after the other; they can be made to wait.
public final class Arrivals {
    private final ReadOnlyBooleanWrapper expected = new ReadOnlyBooleanWrapper();
    private final Queue<Supplier<Runnable>> waiting = new ArrayDeque<>();
    private Optional<Runnable> prepared = Optional.empty();
    private boolean held;
    private int onTheirWay;

    Arrivals() {}

    /// One more will come.
    void expect() {
        onTheirWay++;
        expected.set(true);
    }

    /// Whether some have not come yet.
    public ReadOnlyBooleanProperty expected() {
        return expected.getReadOnlyProperty();
    }

    /// One that was expected is there: the document, or word that there is none.
    ///
    /// @param prepare prepares it, and returns what shows it
    void arrive(Supplier<Runnable> prepare) {
        waiting.add(prepare);
        come();
    }

    /// From now on they wait: a window is seen sooner without them.
    public void hold() {
        held = true;
    }

    /// Prepares the first of those that wait.
    public void prepare() {
        if (prepared.isEmpty() && !waiting.isEmpty()) {
            Supplier<Runnable> next = waiting.remove();
            try {
                prepared = Optional.of(next.get());
            } catch (RuntimeException e) {
                came();
                throw e;
            }
        }
    }

    /// All that waited come in their order, and nothing waits any more.
    public void release() {
        held = false;
        come();
    }

    private void come() {
        while (!held && (prepared.isPresent() || !waiting.isEmpty())) {
            prepare();
            Runnable show = prepared.orElseThrow();
            prepared = Optional.empty();
            try {
                show.run();
            } finally {
                came();
            }
        }
    }

    private void came() {
        onTheirWay--;
        expected.set(onTheirWay > 0);
    }
}
