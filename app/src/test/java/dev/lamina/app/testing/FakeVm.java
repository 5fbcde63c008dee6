package dev.lamina.app.testing;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A machine that a test plays: it prints, sends events and ends as the test says.
public final class FakeVm implements VmHandle {
    private static final byte[] END = new byte[0];

    private final VmSpec spec;
    private final Deaf deaf;
    private final LinkedBlockingQueue<byte[]> screen = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private final ConsoleHub console;
    private final CompletableFuture<VmExit> exit = new CompletableFuture<>();
    private final CompletableFuture<Boolean> printed = new CompletableFuture<>();
    private final List<VmEvent> events = new ArrayList<>();
    private final List<Consumer<VmEvent>> listeners = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final FakeSnapshots snapshots = new FakeSnapshots();
    private volatile boolean paused;
    private volatile Optional<Path> runtime = Optional.empty();
    private volatile Optional<GuestControl> control = Optional.empty();

    /// What a guest does before it powers off when it is asked to.
    @FunctionalInterface
    public interface Deaf {
        void hear() throws InterruptedException;
    }

    FakeVm(VmSpec spec, Deaf deaf) {
        this.spec = spec;
        this.deaf = deaf;
        this.console = new ConsoleHub(spec.consoleLog(), typed);
        Thread.ofVirtual().start(this::pump);
    }

    /// One that nobody started, and that prints nothing.
    public static FakeVm running(GuestControl guest) {
        BootMedia media = new BootMedia.KernelInitrd(Arch.AMD64, Path.of("kernel"), Optional.empty(), "");
        return new FakeVm(VmSpec.of("fake", media, Path.of("nowhere")), () -> {}).answering(guest);
    }

    private void pump() {
        try {
            console.pump(new Screen(), OutputStream.nullOutputStream());
            printed.complete(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void print(String text) {
        screen.add(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(String kind) {
        send(kind, Map.of());
    }

    public synchronized void send(String kind, Map<String, String> fields) {
        publish(new VmEvent.Guest(new GuestEvent(kind, Duration.ZERO, fields)));
    }

    public void powerOff() {
        end(new VmExit(VmExit.Reason.POWERED_OFF, 0, "the guest powered off"));
    }

    public void end(VmExit how) {
        screen.add(END);
        printed.join();
        publish(new VmEvent.Exited(how));
        exit.complete(how);
    }

    private synchronized void publish(VmEvent event) {
        events.add(event);
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }

    /// What was typed on the console.
    public String typed() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    /// Which of the ways to end it were taken, in order.
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void called(String call) {
        calls.add(call);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public VmState state() {
        return exit.isDone() ? VmState.STOPPED : paused ? VmState.PAUSED : VmState.RUNNING;
    }

    @Override
    public Accelerator accelerator() {
        return spec.accelerator().accelerator().orElse(Accelerator.TCG);
    }

    @Override
    public CommandLine commandLine() {
        return new CommandLine(List.of("fake-vm", "-name", spec.name()));
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public GuestControl control() {
        return control.orElseThrow(UnsupportedOperationException::new);
    }

    @Override
    public Optional<Path> runtimeFolder() {
        return runtime;
    }

    /// What the guest answers on its control channel.
    public FakeVm answering(GuestControl guest) {
        control = Optional.of(guest);
        return this;
    }

    /// Where others can reach it.
    FakeVm in(Optional<Path> folder) {
        runtime = folder;
        return this;
    }

    @Override
    public synchronized Subscription onEvent(Consumer<VmEvent> listener) {
        events.forEach(listener);
        listeners.add(listener);
        return () -> remove(listener);
    }

    private synchronized void remove(Consumer<VmEvent> listener) {
        listeners.remove(listener);
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.PAUSE, Feature.SNAPSHOTS);
    }

    @Override
    public void pause() {
        hold(true);
    }

    @Override
    public void resume() {
        hold(false);
    }

    private void hold(boolean held) {
        if (paused != held) {
            paused = held;
            publish(new VmEvent.StateChanged(state()));
        }
    }

    @Override
    public FakeSnapshots snapshots() {
        return snapshots;
    }

    @Override
    public VmExit waitForExit() throws InterruptedException {
        return waitForExit(Duration.ofDays(1)).orElseThrow();
    }

    @Override
    public Optional<VmExit> waitForExit(Duration timeout) throws InterruptedException {
        try {
            return Optional.of(exit.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public VmExit shutdown(Duration grace) throws InterruptedException {
        called("shutdown");
        deaf.hear();
        if (!exit.isDone()) {
            powerOff();
        }
        return exit.join();
    }

    @Override
    public void kill() {
        called("kill");
        stop();
    }

    @Override
    public void close() {
        called("close");
        stop();
    }

    private void stop() {
        if (!exit.isDone()) {
            end(new VmExit(VmExit.Reason.STOPPED, 0, "the machine was stopped"));
        }
    }

    private final class Screen extends InputStream {
        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                byte[] text = screen.take();
                System.arraycopy(text, 0, buffer, offset, text.length);
                return text.length == 0 ? -1 : text.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
