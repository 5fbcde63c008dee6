package dev.lamina.app.cli;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.RunVm;
import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.operation.TestReport;
import dev.lamina.app.operation.TestSystem;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.LaminaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina test`.
@Command(
        name = "test",
        header = "Boot systems and look whether they do what is expected of them.",
        description = {
            "Builds each FILE, boots it on a machine of its own with fresh disks, looks at one step after the",
            "other of what NAME.lamina.yml beside NAME.yml expects, and powers the machine off. Published ports",
            "that another program has are moved for as long as it takes.",
            "",
            "Exits with 1 when a step failed, with 3 or 4 when a system could not be tested."
        },
        footer = {
            "",
            "NAME.lamina.yml, for example:",
            "  run:  {memory: 256M, publish: [\"8080:80\"]}",
            "  test:",
            "    timeout: 60s",
            "    expect:",
            "      - console: \"login:\"",
            "      - {service: web, state: running}",
            "      - {http: \"http://127.0.0.1:8080/\", status: 200, within: 5s}",
            "      - {exec: id -u, output: \"0\"}",
            "",
            "Examples:",
            "  lamina test web.yml",
            "  lamina test examples/*.yml --junit report.xml"
        })
final class TestCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "YAML files, each a system. A side file NAME.lamina.yml stands for NAME.yml.")
    List<String> files = List.of();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    BootOptions machine = new BootOptions();

    @Mixin
    BackendOption backend = new BackendOption();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Values.OfSeconds.class,
            description = "For all steps of a system, from the start of its machine (default: what the side file"
                    + " says, or 120).")
    @Nullable
    Duration timeout;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, for CI servers.")
    @Nullable
    String junit;

    @Option(
            names = "--keep-going",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Go on after a step that failed (the default), or leave out all that is behind it.")
    boolean keepGoing = true;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Test so many systems at once; what came of them is printed at the end (default:"
                    + " ${DEFAULT-VALUE}).")
    int jobs = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    TestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1) {
            throw WrongUsage.of(spec, "--jobs is at least 1");
        }
        Optional<OutputTarget> report = Optional.ofNullable(junit).map(file -> new OutputTarget(session, file));
        report.ifPresent(target -> target.refuseImpossible("name a file in it"));
        long begun = System.nanoTime();
        List<TestFile> systems = TestFile.of(files, session.environment().directory());
        List<Tested> all = jobs > 1 ? atOnce(systems) : inTurn(systems);
        if (report.isPresent()) {
            report.get().write(out -> out.write(JunitXml.of(all).getBytes(StandardCharsets.UTF_8)));
        }
        if (all.size() > 1) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            session.print(() -> text().summary(all, took), () -> TestJson.summary(all, took));
        }
        return all.stream().mapToInt(Tested::exitCode).max().orElse(0);
    }

    private List<Tested> inTurn(List<TestFile> systems) throws InterruptedException {
        List<Tested> all = new ArrayList<>();
        for (TestFile system : systems) {
            if (keepGoing || all.stream().allMatch(tested -> tested.exitCode() == 0)) {
                all.add(show(withProgress(system)));
            }
        }
        return all;
    }

    private Tested withProgress(TestFile system) throws InterruptedException {
        try (ProgressView progress = session.progress()) {
            return tested(system, progress);
        }
    }

    private List<Tested> atOnce(List<TestFile> systems) throws InterruptedException {
        List<Tested> all;
        try (ProgressView progress = session.progress()) {
            all = new TestJobs(jobs, keepGoing).run(systems, system -> tested(system, progress));
        }
        all.forEach(this::show);
        return all;
    }

    private Tested tested(TestFile file, ProgressView progress) throws InterruptedException {
        try {
            return new Tested.Done(run(file, progress));
        } catch (CancelledException e) {
            throw e;
        } catch (LaminaException e) {
            return new Tested.Broken(file.named(), e);
        } catch (IOException | UncheckedIOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException();
            }
            return new Tested.Broken(file.named(), Surroundings.explain(e));
        }
    }

    private TestReport run(TestFile file, ProgressView progress) throws IOException, InterruptedException {
        TestFile.Wanted wanted = file.read();
        MachineOptions options = wanted.machine().options().withAccelerator(machine.accelerator(session.environment()));
        RunVm.Request boot = new RunVm.Request(source.source(List.of(file.named()), null), options);
        return operations(file, wanted.machine(), progress)
                .testSystem()
                .run(
                        new TestSystem.Request(file.named(), boot, test(wanted.test()), keepGoing),
                        result -> {},
                        progress.reporter());
    }

    /// Options count more.
    private BootTest test(BootTest written) {
        return new BootTest(
                Optional.ofNullable(timeout).or(written::timeout),
                machine.memory().or(written::memory),
                written.steps());
    }

    private Operations operations(TestFile file, UsualMachine usual, ProgressView progress) {
        Optional<String> chosen =
                backend.choose(usual.backend(), session.environment().system()).choice();
        Operations operations = source.operations(session);
        Operations on = chosen.isEmpty()
                ? operations
                : operations.withPrograms(new VmPrograms(chosen, Optional.empty(), Optional.empty()));
        return on.opening(List.of(file.named()), progress.reporter());
    }

    private Tested show(Tested tested) {
        switch (tested) {
            case Tested.Done(TestReport report) -> session.print(() -> text().of(report), () -> TestJson.of(report));
            case Tested.Broken broken -> {
                new Failures(session).failed(broken.problem());
                if (session.options().json) {
                    session.out().println(Json.line(TestJson.of(broken)));
                }
            }
        }
        return tested;
    }

    private TestText text() {
        return new TestText(new Paint(session.colours()));
    }
}
