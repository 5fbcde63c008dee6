package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostComputeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A machine of [PlayedWindows] with its guest, which prints its text, echoes what is typed, powers off at `q`,
/// breaks at `x` and panics at `p`. What else it does its kernel's command line says: `fake.deaf` and
/// `fake.agentless`.
final class FakeSystem implements HostCompute.ComputeSystem {
    private final PlayedWindows windows;
    private final PlayedWindows.Made made;
    private final FakePipe pipe = new FakePipe();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Semaphore processor = new Semaphore(1);
    private boolean held;

    FakeSystem(PlayedWindows windows, PlayedWindows.Made made) {
        this.windows = windows;
        this.made = made;
    }

    FakePipe pipe() {
        return pipe;
    }

    String owner() {
        return made.owner();
    }

    private void check(String call) {
        if (closed.isDone()) {
            throw new IllegalStateException("closed");
        }
        windows.called(call);
    }

    @Override
    public void start() {
        check("HcsStartComputeSystem");
        Thread.ofPlatform().daemon().name("fake-guest").start(this::run);
    }

    private void run() {
        pipe.print(made.text().getBytes(StandardCharsets.UTF_8));
        for (int key = pipe.typed(); key >= 0 && !end.isDone(); key = pipe.typed()) {
            processor.acquireUninterruptibly();
            processor.release();
            switch (key) {
                case 'q' -> exit(0, "GracefulExit");
                case 'x' -> exit(0x80370106, "UnexpectedExit");
                case 'p' -> {
                    pipe.print("Kernel panic - not syncing: test\r\n".getBytes(StandardCharsets.UTF_8));
                    exit(0, "GracefulExit");
                }
                default -> pipe.print(new byte[] {(byte) key});
            }
        }
    }

    void exit(int status, String type) {
        windows.forget(made.id());
        pipe.hangUp();
        end.complete("{\"Status\":" + status + ",\"ExitType\":\"" + type + "\"}");
    }

    /// The service itself went away.
    void lose() {
        pipe.hangUp();
        end.completeExceptionally(
                new HostComputeException(0x8037011E, "HcsWaitForComputeSystemExit", Optional.empty()));
    }

    @Override
    public void shutDown(String options) {
        check("HcsShutDownComputeSystem" + options);
        if (made.cmdline().contains("fake.agentless")) {
            throw new HostComputeException(0x80370108, "HcsShutDownComputeSystem", Optional.empty());
        }
        if (!made.cmdline().contains("fake.deaf") && !held) {
            pipe.print("power button\r\n".getBytes(StandardCharsets.UTF_8));
            exit(0, "GracefulExit");
        }
    }

    @Override
    public void terminate() {
        check("HcsTerminateComputeSystem");
        if (end.isDone()) {
            throw new HostComputeException(0xC0370110, "HcsTerminateComputeSystem", Optional.empty());
        }
        exit(0x80370107, "ForcedExit");
    }

    @Override
    public void pause() {
        check("HcsPauseComputeSystem");
        processor.acquireUninterruptibly();
        held = true;
    }

    @Override
    public void resume() {
        check("HcsResumeComputeSystem");
        held = false;
        processor.release();
    }

    @Override
    public Optional<String> awaitExit(Duration timeout) throws InterruptedException {
        try {
            CompletableFuture.anyOf(end, closed).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return end.isDone() && !closed.isDone() ? Optional.of(end.get()) : Optional.empty();
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw (HostComputeException) Objects.requireNonNull(e.getCause());
        }
    }

    @Override
    public void close() {
        windows.called("HcsCloseComputeSystem");
        closed.complete(null);
        if (!end.isDone()) {
            exit(0x80370107, "ForcedExit");
        }
    }
}
