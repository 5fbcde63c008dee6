package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The console of a machine that a test plays.
final class FakeConsole implements Console {
    private final Path log;
    private final List<Listener> listeners = new ArrayList<>();
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();

    FakeConsole() {
        this(Path.of("console.log"));
    }

    FakeConsole(Path log) {
        this.log = log;
    }

    void print(String text) {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    void print(byte[] bytes) {
        List.copyOf(listeners).forEach(listener -> listener.received(bytes, 0, bytes.length));
    }

    void end() {
        List.copyOf(listeners).forEach(Listener::ended);
    }

    /// What the guest got.
    synchronized String typed() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public byte[] recent() {
        return new byte[0];
    }

    @Override
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        typed.write(bytes, offset, length);
    }

    /// A console whose log has been written.
    static FakeConsole logged(Path log, byte[] bytes) throws IOException {
        Files.write(log, bytes);
        return new FakeConsole(log);
    }
}
