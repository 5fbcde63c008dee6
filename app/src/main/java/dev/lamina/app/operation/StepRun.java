package dev.lamina.app.operation;

import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Result;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.FatalWatch;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/// The steps of a boot test on a machine that has just started, one after the other. When the machine has
/// ended, or its system has failed for good, nothing is waited for any more.
final class StepRun implements AutoCloseable {
    private static final Duration AGAIN = Duration.ofMillis(200);

    /// A guest that answers at all answers by then. When the time is over each step is looked at once, so briefly.
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration LAST_ANSWER = Duration.ofSeconds(2);

    /// What the kernel prints of a panic takes a moment, and may be what is expected.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final VmHandle vm;
    private final MachineCheck check;
    private final Set<Feature> features;
    private final Subscription watch;
    private final Reporter reporter;
    private final long end;
    private volatile Fatal fatal = new Fatal("", Long.MAX_VALUE);

    /// @param over when nothing more is expected
    private record Fatal(String reason, long over) {}

    /// @param features of what runs the machine
    /// @param ports from the ports that expectations name to those that were published in their place
    /// @param timeout for all steps, from now
    StepRun(VmHandle vm, Set<Feature> features, IntUnaryOperator ports, Duration timeout, Reporter reporter) {
        this.vm = vm;
        this.features = features;
        this.reporter = reporter;
        this.end = System.nanoTime() + timeout.toNanos();
        this.check = new MachineCheck(vm, ports);
        this.watch = vm.console()
                .listen(new FatalWatch(
                        failure -> fatal = new Fatal(failure.reason(), System.nanoTime() + LAST_WORDS.toNanos())));
    }

    MachineCheck check() {
        return check;
    }

    /// Whether the system has failed, so that it will not do as it is asked.
    boolean hasFailed() {
        return !fatal.reason().isEmpty();
    }

    /// @param keepGoing whether the steps behind one that failed are looked at too
    /// @param told of each as it is known
    List<StepResult> run(List<BootTest.Step> steps, boolean keepGoing, Consumer<StepResult> told)
            throws InterruptedException {
        steps.stream()
                .map(BootTest.Step::expectation)
                .filter(Expectation.Console.class::isInstance)
                .map(Expectation.Console.class::cast)
                .forEach(check::watchFor);
        List<StepResult> results = new ArrayList<>();
        for (BootTest.Step step : steps) {
            boolean failed = results.stream().anyMatch(StepResult::failed);
            StepResult result = failed && !keepGoing
                    ? new StepResult(step, new Skipped("an earlier step failed"), Duration.ZERO)
                    : timed(step, failed);
            results.add(result);
            told.accept(result);
        }
        return results;
    }

    private StepResult timed(BootTest.Step step, boolean failed) throws InterruptedException {
        long begun = System.nanoTime();
        try (Reporter.Step ignored = reporter.begin("Expecting that " + step.words())) {
            Result result = result(step, failed, begun);
            return new StepResult(step, result, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private Result result(BootTest.Step step, boolean failed, long begun) throws InterruptedException {
        Optional<String> lacks = lacks(step.expectation());
        if (lacks.isPresent()) {
            return new Skipped(lacks.get());
        }
        if (failed && hasEnded() && !step.expectation().lasts()) {
            return new Skipped(ending());
        }
        long until = step.within()
                .map(time -> begun + time.toNanos())
                .filter(own -> own - end < 0)
                .orElse(end);
        return await(step.expectation(), until);
    }

    private Result await(Expectation.OfMachine expectation, long until) throws InterruptedException {
        while (true) {
            boolean ended = hasEnded();
            Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
            if (ended && !expectation.lasts()) {
                return new Failed(ending());
            }
            Outcome outcome = check.now(expectation, answer(left));
            if (outcome.holds()) {
                return new Passed();
            }
            if (ended || left.isZero()) {
                return new Failed(found(outcome, ended));
            }
            vm.waitForExit(left.compareTo(AGAIN) < 0 ? left : AGAIN);
            reporter.checkCancelled();
        }
    }

    private static Duration answer(Duration left) {
        if (left.compareTo(LAST_ANSWER) < 0) {
            return LAST_ANSWER;
        }
        return left.compareTo(ANSWER) < 0 ? left : ANSWER;
    }

    private String found(Outcome outcome, boolean ended) throws InterruptedException {
        return ended ? outcome.found() + "; " + ending() : outcome.found();
    }

    private boolean hasEnded() throws InterruptedException {
        return System.nanoTime() - fatal.over() > 0
                || vm.waitForExit(Duration.ZERO).isPresent();
    }

    private String ending() throws InterruptedException {
        if (hasFailed()) {
            return "the system has failed: " + fatal.reason();
        }
        return "the machine has ended: "
                + vm.waitForExit(Duration.ZERO).map(VmExit::detail).orElse("");
    }

    /// What the hypervisor cannot tell.
    private Optional<String> lacks(Expectation.OfMachine expectation) {
        return switch (expectation) {
            case Expectation.Service service -> control();
            case Expectation.Exec exec -> control();
            case Expectation.Log log -> control();
            case Expectation.Http http -> ports();
            case Expectation.Tcp tcp -> ports();
            case Expectation.Console console -> Optional.empty();
            case Expectation.Ready ready -> Optional.empty();
            case Expectation.Event event -> Optional.empty();
            case Expectation.Explained explained -> Optional.empty();
        };
    }

    private Optional<String> control() {
        return vm.control().exists()
                ? Optional.empty()
                : Optional.of("this hypervisor has no channel to the guest: take --backend qemu");
    }

    private Optional<String> ports() {
        return features.contains(Feature.PUBLISHED_PORTS)
                ? Optional.empty()
                : Optional.of("this hypervisor publishes no ports: take --backend qemu");
    }

    @Override
    public void close() {
        watch.close();
        check.close();
    }
}
