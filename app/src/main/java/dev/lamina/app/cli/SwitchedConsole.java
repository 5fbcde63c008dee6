package dev.lamina.app.cli;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The console of one machine after the other, for somebody who stays before the screen: the end of a
/// machine is not the end of it. What is typed while no machine runs is lost.
final class SwitchedConsole implements Console {
    private final List<Listener> listeners = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private Console now;
    private volatile boolean midLine;

    SwitchedConsole(Console first) {
        this.now = first;
    }

    /// From now on this is the console; listeners hear it from its beginning.
    synchronized void show(Console next) {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        now = next;
        listeners.forEach(this::join);
    }

    private void join(Listener listener) {
        subscriptions.add(now.listen((bytes, offset, length) -> {
            if (length > 0) {
                midLine = bytes[offset + length - 1] != '\n';
            }
            listener.received(bytes, offset, length);
        }));
    }

    /// Whether the machine has written a line without its end; somebody else begins the next one.
    boolean breaksLine() {
        boolean breaks = midLine;
        midLine = false;
        return breaks;
    }

    private synchronized Console current() {
        return now;
    }

    @Override
    public Path log() {
        return current().log();
    }

    @Override
    public byte[] recent() {
        return current().recent();
    }

    @Override
    public synchronized Subscription listen(Listener listener) {
        listeners.add(listener);
        join(listener);
        return this::leave;
    }

    private synchronized void leave() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        listeners.clear();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            current().write(bytes, offset, length);
        } catch (IOException e) {
            // The machine has ended; the next one has a keyboard again.
        }
    }
}
