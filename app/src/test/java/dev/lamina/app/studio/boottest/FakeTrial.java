package dev.lamina.app.studio.boottest;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Result;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.operation.TestReport;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.BootFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A trial that a test plays: its steps come out as it says.
final class FakeTrial implements Trial {
    static final BootTest TEST = new BootTest(
            Optional.empty(),
            Optional.empty(),
            List.of(
                    step(new Expectation.Ready()),
                    step(new Expectation.Http(
                            "http://127.0.0.1:8080/", 200, Optional.of("Hello from a Lamina system"))),
                    step(new Expectation.Exec(
                            "id -u", Optional.of("web"), OptionalInt.of(0), Optional.of("0"), Optional.empty()))));

    private final List<Result> results;

    FakeTrial(Result... results) {
        this.results = List.of(results);
    }

    static FakeTrial passing() {
        return new FakeTrial(new Passed(), new Passed(), new Passed());
    }

    static FakeTrial failing() {
        return new FakeTrial(
                new Passed(),
                new Failed("the system has failed: its memory is full"),
                new Skipped("the system has failed: its memory is full"));
    }

    private static BootTest.Step step(Expectation.OfMachine expectation) {
        return new BootTest.Step(expectation, Optional.empty());
    }

    @Override
    public BootTest expected() {
        return TEST;
    }

    @Override
    public End run(BootTest test, Consumer<StepResult> told, Reporter reporter) {
        List<StepResult> all = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            StepResult result = new StepResult(test.steps().get(i), results.get(i), Duration.ofMillis(1234));
            all.add(result);
            told.accept(result);
        }
        boolean failed = all.stream().anyMatch(StepResult::failed);
        return new Finished(new TestReport(
                "web.yml",
                Accelerator.TCG,
                Instant.EPOCH,
                Duration.ofMillis(5678),
                all,
                "the guest powered off",
                failed ? List.of(FULL) : List.of(),
                List.of("[    3.1] web invoked oom-killer", "[    3.2] Kernel panic - not syncing: Out of memory"),
                Optional.empty()));
    }

    private static final BootFailure FULL = new BootFailure(
            "out-of-memory",
            Optional.of("service web"),
            "web invoked oom-killer",
            "its memory is full",
            Optional.of("MEM01"),
            "give the machine more",
            true);
}
