package dev.lamina.app.operation;

import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Expectation.OfMachine;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.problem.Texts;
import dev.lamina.vmlaunch.BootExplainer;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/// Looks whether a machine that runs is as expected. What it quotes of the guest is safe to show.
public final class MachineCheck implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PAGE = Duration.ofSeconds(5);

    private final VmHandle vm;
    private final LocalRequests requests;
    private final List<GuestEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, ConsoleWatcher> watchers = new HashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /// @param ports from the ports that expectations name to those that were published in their place
    public MachineCheck(VmHandle vm, IntUnaryOperator ports) {
        this.vm = vm;
        this.requests = new LocalRequests(ports);
        subscriptions.add(vm.onEvent(this::heard));
    }

    /// Looks out for a text from now on, so that it is found however much the console shows after it.
    void watchFor(Expectation.Console expected) {
        watchers.computeIfAbsent(expected.text(), text -> {
            ConsoleWatcher watcher = new ConsoleWatcher(text);
            subscriptions.add(vm.console().listen(watcher));
            return watcher;
        });
    }

    private void heard(VmEvent event) {
        switch (event) {
            case VmEvent.Guest(GuestEvent told) -> events.add(told);
            // What was told before was told of the boot before.
            case VmEvent.Reset() -> events.clear();
            case VmEvent.StateChanged changed -> {}
            case VmEvent.Panicked panicked -> {}
            case VmEvent.Exited exited -> {}
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
    }

    /// Waits until the system says that it is ready, or will never be.
    ///
    /// @return whether it is ready
    public boolean awaitReady(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || vm.waitForExit(AGAIN).isPresent() || isHopeless()) {
                return false;
            }
        }
        return true;
    }

    private boolean isReady() {
        return events.stream().anyMatch(event -> event.kind().equals("ready"));
    }

    private boolean isHopeless() {
        return failures().stream().anyMatch(BootFailure::fatal);
    }

    /// What has failed until now, the first cause first.
    List<BootFailure> failures() {
        return BootExplainer.explain(vm.console().recent(), List.copyOf(events));
    }

    /// @param patience how long each may take to come true
    public List<Outcome> check(List<OfMachine> expectations, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<Outcome> outcomes = List.of();
        boolean over = false;
        while (!over) {
            boolean last =
                    System.nanoTime() > end || vm.waitForExit(Duration.ZERO).isPresent();
            outcomes = expectations.stream().map(this::now).toList();
            over = last || outcomes.stream().allMatch(Outcome::holds);
            if (!over) {
                vm.waitForExit(AGAIN);
            }
        }
        return outcomes;
    }

    /// How it is at this moment.
    public Outcome now(OfMachine expectation) {
        return now(expectation, ANSWER);
    }

    /// @param answer how long the guest may take to say it
    Outcome now(OfMachine expectation, Duration answer) {
        Duration page = answer.compareTo(PAGE) < 0 ? answer : PAGE;
        try {
            return switch (expectation) {
                case Expectation.Console console -> console(console);
                case Expectation.Ready ready ->
                    isReady() ? Outcome.holds(ready) : Outcome.fails(ready, told(List.copyOf(events)));
                case Expectation.Service service -> service(service, answer);
                case Expectation.Exec exec -> exec(exec, answer);
                case Expectation.Log log -> log(log, answer);
                case Expectation.Http http -> requests.http(http, page);
                case Expectation.Tcp tcp -> requests.tcp(tcp, page);
                case Expectation.Event event -> event(event);
                case Expectation.Explained explained -> explained(explained);
            };
        } catch (GuestControlException e) {
            return Outcome.fails(
                    expectation,
                    failures().stream()
                            .filter(BootFailure::fatal)
                            .findFirst()
                            .map(BootFailure::reason)
                            .orElseGet(() -> Texts.shorten(String.valueOf(e.getMessage()))));
        }
    }

    private Outcome console(Expectation.Console expected) {
        Optional<ConsoleWatcher> watching = Optional.ofNullable(watchers.get(expected.text()));
        ConsoleWatcher watcher = watching.orElseGet(() -> new ConsoleWatcher(expected.text()));
        try (Subscription ignored =
                watching.isPresent() ? () -> {} : vm.console().listen(watcher)) {
            return watcher.await(Duration.ZERO).seen()
                    ? Outcome.holds(expected)
                    : Outcome.fails(expected, "it has not shown it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.fails(expected, "");
        }
    }

    private Outcome service(Expectation.Service expected, Duration answer) {
        ExecResult status = control().exec(List.of("service", "status", expected.name()), answer);
        boolean runs = status.output().startsWith(expected.name() + " running");
        boolean down = status.output().startsWith(expected.name() + " down");
        boolean holds = switch (expected.state()) {
            case RUNNING -> runs;
            case DOWN -> down;
        };
        return holds ? Outcome.holds(expected) : Outcome.fails(expected, said(status.output()));
    }

    private Outcome exec(Expectation.Exec expected, Duration answer) {
        List<String> command = List.of("sh", "-c", expected.command());
        ExecResult result = expected.service()
                .map(service -> control().execIn(service, command, answer))
                .orElseGet(() -> control().exec(command, answer));
        boolean holds = expected.endsWith(result.exitCode())
                && expected.output()
                        .map(text -> text.equals(result.output().strip()))
                        .orElse(true)
                && expected.contains()
                        .map(text -> result.output().contains(text))
                        .orElse(true);
        return holds
                ? Outcome.holds(expected)
                : Outcome.fails(expected, "exit code " + result.exitCode() + ", " + said(result.output()));
    }

    private Outcome log(Expectation.Log expected, Duration answer) {
        String log = control().logs(expected.component(), answer);
        return log.contains(expected.contains())
                ? Outcome.holds(expected)
                : Outcome.fails(expected, "its last line: " + said(last(log)));
    }

    private GuestControl control() {
        return vm.control();
    }

    private static String last(String text) {
        return text.strip().lines().reduce("", (before, line) -> line);
    }

    private static String said(String output) {
        return output.isBlank() ? "nothing is printed" : "it says " + Texts.quote(output.strip());
    }

    private Outcome event(Expectation.Event expected) {
        List<GuestEvent> ofName = events.stream()
                .filter(event ->
                        expected.name().isEmpty() || event.field("name").equals(expected.name()))
                .toList();
        boolean holds = ofName.stream()
                .filter(event -> event.kind().equals(expected.kind()))
                .filter(event ->
                        expected.code().isEmpty() || event.field("code").equals(expected.code()))
                .anyMatch(event -> expected.reason()
                        .map(text -> event.field("reason").orElse("").contains(text))
                        .orElse(true));
        return holds ? Outcome.holds(expected) : Outcome.fails(expected, told(ofName));
    }

    private static String told(List<GuestEvent> events) {
        return events.isEmpty()
                ? "it has told nothing of that"
                : "it last told of " + Texts.shorten(events.getLast().kind())
                        + events.getLast()
                                .field("code")
                                .map(code -> " with code " + Texts.shorten(code))
                                .orElse("")
                        + events.getLast()
                                .field("reason")
                                .map(reason -> ": " + Texts.shorten(reason))
                                .orElse("");
    }

    private Outcome explained(Expectation.Explained expected) {
        List<BootFailure> failures = failures();
        boolean holds = failures.stream()
                .anyMatch(failure -> failure.signature().equals(expected.failure())
                        && (expected.component().isEmpty()
                                || failure.component().equals(expected.component())));
        Optional<BootFailure> first = failures.stream().findFirst();
        return holds
                ? Outcome.holds(expected)
                : Outcome.fails(
                        expected,
                        first.map(failure -> "it fails with " + failure.signature() + ": " + failure.reason())
                                .orElse("nothing has failed"));
    }
}
