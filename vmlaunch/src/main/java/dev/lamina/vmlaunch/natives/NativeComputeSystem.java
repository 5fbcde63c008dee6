package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;
import dev.lamina.vmlaunch.natives.ComputeCore.HcsSystem;
import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A machine by its handle. Calls share a lock that closing takes alone, so the handle is never closed under one.
final class NativeComputeSystem implements ComputeSystem {
    /// How often the library is asked for the end, should its event be lost.
    private static final Duration ASKED = Duration.ofSeconds(2);

    private final ComputeCore core;
    private final HcsOperations operations;
    private final Consumer<Pointer> free;
    private final HcsSystem handle;
    private final HcsEvents events = HcsEvents.ofThisProcess();
    private final Pointer context;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    /// The exit document, or nothing when this was closed before.
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();
    private boolean closed;

    private NativeComputeSystem(ComputeCore core, HcsOperations operations, Consumer<Pointer> free, HcsSystem handle) {
        this.core = core;
        this.operations = operations;
        this.free = free;
        this.handle = handle;
        this.context = events.add(this::on);
    }

    /// @param handle becomes this one's when this returns
    static ComputeSystem open(ComputeCore core, HcsOperations operations, Consumer<Pointer> free, HcsSystem handle) {
        NativeComputeSystem system = new NativeComputeSystem(core, operations, free, handle);
        int result =
                core.HcsSetComputeSystemCallback(handle, ComputeCore.EVENT_OPTION_NONE, system.context, system.events);
        if (Hresult.failed(result)) {
            system.events.remove(system.context);
        }
        NativeHostCompute.check(result, "HcsSetComputeSystemCallback");
        return system;
    }

    private void on(HcsEvent event) {
        switch (event.type()) {
            case HcsEvent.SYSTEM_EXITED -> end.complete(Optional.of(event.data()));
            case HcsEvent.SERVICE_DISCONNECT -> end.completeExceptionally(lost());
            default -> {
                // Crash reports and the like: the end that follows says enough.
            }
        }
    }

    private static HostComputeException lost() {
        return new HostComputeException(Hresult.SERVICE_DISCONNECT, "HcsWaitForComputeSystemExit", Optional.empty());
    }

    @Override
    public void start() {
        run("HcsStartComputeSystem", operation -> core.HcsStartComputeSystem(handle, operation, null));
    }

    @Override
    public void shutDown(String options) {
        run(
                "HcsShutDownComputeSystem",
                operation -> core.HcsShutDownComputeSystem(handle, operation, NativeHostCompute.orNull(options)));
    }

    @Override
    public void terminate() {
        run("HcsTerminateComputeSystem", operation -> core.HcsTerminateComputeSystem(handle, operation, null));
    }

    @Override
    public void pause() {
        run("HcsPauseComputeSystem", operation -> core.HcsPauseComputeSystem(handle, operation, null));
    }

    @Override
    public void resume() {
        run("HcsResumeComputeSystem", operation -> core.HcsResumeComputeSystem(handle, operation, null));
    }

    private void run(String call, HcsOperations.Start start) {
        whileOpen(() -> operations.run(call, start));
    }

    private <T> T whileOpen(Supplier<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("this machine's handle is closed");
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<String> awaitExit(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!end.isDone()) {
            askForEnd();
            long left = Math.min(deadline - System.nanoTime(), ASKED.toNanos());
            if (left <= 0 || awaitEvent(left)) {
                break;
            }
        }
        return end.isDone() ? ended() : Optional.empty();
    }

    private boolean awaitEvent(long nanos) throws InterruptedException {
        try {
            end.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private Optional<String> ended() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw lost();
        }
    }

    /// Without waiting, so that closing never waits for this.
    private void askForEnd() {
        lock.readLock().lock();
        try {
            OwnedText document = new OwnedText(free);
            if (!closed && core.HcsWaitForComputeSystemExit(handle, 0, document.reference()) >= 0) {
                end.complete(Optional.of(document.take().orElse("")));
            }
            document.take();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            core.HcsCloseComputeSystem(handle);
            events.remove(context);
            end.complete(Optional.empty());
        } finally {
            lock.writeLock().unlock();
        }
    }
}
