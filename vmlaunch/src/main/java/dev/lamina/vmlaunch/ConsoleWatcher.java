package dev.lamina.vmlaunch;

import dev.lamina.vmlaunch.WatchResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for a text on a console. Escape sequences and carriage returns do not count, neither do the borders of the
/// pieces in which the output arrives. A panic ends the waiting early.
public final class ConsoleWatcher implements Console.Listener {
    private static final int LAST_LINES = 20;

    /// After a fatal line the guest may still print the text (or why it failed); the console is slow but not that slow.
    private static final Duration FATAL_GRACE = Duration.ofSeconds(1);

    private final String text;
    private final long begun = System.nanoTime();
    private final StreamMatcher matcher;
    private final BootExplainer explainer = new BootExplainer();
    private final ConsoleLines whole = new ConsoleLines(this::line);
    private final LastLines lines = new LastLines(LAST_LINES);
    private final ConsoleText plain = new ConsoleText(this::plainByte);
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /// @param text what to look for, not empty
    public ConsoleWatcher(String text) {
        this.text = text;
        this.matcher = new StreamMatcher(text.replace("\r", "").getBytes(StandardCharsets.UTF_8));
    }

    /// Watches the machine's console, and its events for what they tell of failures, from its start.
    public static WatchResult await(VmHandle vm, String text, Duration timeout) throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher(text);
        try (Subscription events = vm.onEvent(watcher::heard);
                Subscription console = vm.console().listen(watcher)) {
            return watcher.await(timeout);
        }
    }

    @Override
    public synchronized void received(byte[] bytes, int offset, int length) {
        plain.accept(bytes, offset, length);
    }

    @Override
    public void ended() {
        outcome.complete(Outcome.EXITED);
    }

    private void plainByte(int value) {
        lines.accept(value);
        if (matcher.accept(value)) {
            outcome.complete(Outcome.SEEN);
        }
        whole.accept(value);
    }

    private void line(String line) {
        if (explainer.line(line).filter(BootFailure::fatal).isPresent()) {
            outcome.completeOnTimeout(Outcome.FAILED, FATAL_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void heard(VmEvent event) {
        if (event instanceof VmEvent.Guest guest) {
            explainer.event(guest.event());
        }
    }

    /// Waits for the text, the end of the machine, its failure or the time-out, whichever comes first.
    public WatchResult await(Duration timeout) throws InterruptedException {
        try {
            return result(outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return result(Outcome.TIMEOUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized WatchResult result(Outcome end) {
        Duration after = Duration.ofNanos(System.nanoTime() - begun);
        List<String> last = lines.toList();
        if (end == Outcome.SEEN) {
            return new WatchResult(text, end, after, last, List.of(), Optional.empty());
        }
        whole.flush();
        List<BootFailure> failures = explainer.failures();
        Optional<String> fix = failures.stream().findFirst().map(BootFailure::fix);
        return new WatchResult(text, end, after, last, failures, fix.or(() -> adviceFor(end)));
    }

    private static Optional<String> adviceFor(Outcome end) {
        return end == Outcome.TIMEOUT
                ? Optional.of("allow more time with --timeout, or look at the console log")
                : Optional.of("look at the console log");
    }
}
