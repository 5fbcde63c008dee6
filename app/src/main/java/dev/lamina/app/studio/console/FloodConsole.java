package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import java.nio.file.Path;
import java.util.Optional;

/// A guest that prints what it is told to, as fast as it is taken; for measuring.
final class FloodConsole implements Console {
    private Optional<Listener> listener = Optional.empty();

    /// Prints on the thread of the caller.
    void print(byte[] bytes) {
        listener.ifPresent(some -> some.received(bytes, 0, bytes.length));
    }

    /// Prints the same again and again on a thread of its own, and ends.
    void flood(byte[] piece, int times) {
        Thread.ofPlatform().daemon().name("lamina-flood").start(() -> {
            for (int i = 0; i < times; i++) {
                print(piece);
            }
            listener.ifPresent(Listener::ended);
        });
    }

    @Override
    public Path log() {
        return Path.of("");
    }

    @Override
    public byte[] recent() {
        return new byte[0];
    }

    @Override
    public Subscription listen(Listener listener) {
        this.listener = Optional.of(listener);
        return () -> {};
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        // nobody reads what is typed
    }
}
