package dev.lamina.app.operation;

import dev.lamina.app.operation.BootComparison.ReadySign;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.ConsoleTextMissingException;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.WatchResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/// Waits until a system says that it is ready. One that says nothing on the event channel counts as ready with its
/// login prompt.
final class ReadyWatch {
    static final String LOGIN_PROMPT = "login:";
    private static final String READY = "ready";

    private final VmHandle vm;
    private final long begun;
    private final CompletableFuture<Ready> ready = new CompletableFuture<>();
    private final List<GuestEvent> events = new CopyOnWriteArrayList<>();

    private ReadyWatch(VmHandle vm, long begun) {
        this.vm = vm;
        this.begun = begun;
    }

    /// @param timeline of what was said until then
    record Ready(Duration after, ReadySign sign, BootTimeline timeline) {}

    /// @param begun by `System.nanoTime()`
    /// @throws ExternalException the system did not get ready
    static Ready await(VmHandle vm, long begun, Duration timeout) throws InterruptedException {
        return new ReadyWatch(vm, begun).await(timeout);
    }

    private Ready await(Duration timeout) throws InterruptedException {
        Thread console = Thread.ofVirtual().unstarted(() -> watchConsole(timeout));
        try (Subscription ignored = vm.onEvent(this::heard)) {
            console.start();
            return ready.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaminaException known ? known : new IllegalStateException(e);
        } finally {
            console.interrupt();
        }
    }

    private void heard(VmEvent event) {
        if (event instanceof VmEvent.Guest guest) {
            events.add(guest.event());
            if (guest.event().kind().equals(READY)) {
                seen(ReadySign.EVENT);
            }
        }
    }

    private void seen(ReadySign sign) {
        Duration after = Duration.ofNanos(System.nanoTime() - begun);
        ready.complete(new Ready(after, sign, BootTimeline.of(events)));
    }

    /// Also learns when nothing will come any more.
    private void watchConsole(Duration timeout) {
        try {
            WatchResult prompt = ConsoleWatcher.await(vm, LOGIN_PROMPT, timeout);
            checkSeen(prompt);
            if (events.isEmpty()) {
                seen(ReadySign.LOGIN_PROMPT);
            }
            throw vm.waitForExit(timeout.minus(prompt.after()))
                    .map(exit -> (LaminaException)
                            new MachineFailedException(exit, vm.console().log()))
                    .orElseGet(() -> new ExternalException(
                            "the system has a login prompt, but did not say within " + timeout.toSeconds()
                                    + " s that it is ready",
                            "one of its onboot containers or services does not start; see "
                                    + vm.console().log()));
        } catch (LaminaException e) {
            ready.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void checkSeen(WatchResult prompt) {
        try {
            prompt.orThrow();
        } catch (ConsoleTextMissingException e) {
            throw new ExternalException(
                    "the system did not get ready: " + e.getMessage(), e.hint().orElse(null), e);
        }
    }
}
