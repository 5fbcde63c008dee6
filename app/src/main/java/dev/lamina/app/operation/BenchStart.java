package dev.lamina.app.operation;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures how long Lamina's own process takes for the least that it can do, and for checking a document: from the
/// start of the launching script to its end; and for its window: to the first frame.
public final class BenchStart {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Optional<String> launcher;
    private final ProcessRunner processes;
    private final boolean display;

    /// @param display whether a window can be opened
    /// @param launcher the script that started this process, when there was one
    public BenchStart(Optional<String> launcher, ProcessRunner processes, boolean display) {
        this.display = display;
        this.launcher = launcher;
        this.processes = processes;
    }

    /// @param documents of one composition
    public record Request(List<String> documents, int runs) {
        public Request {
            documents = List.copyOf(documents);
            if (runs < 1) {
                throw new InputException(runs + " runs measure nothing", "give at least 1 with --runs");
            }
        }
    }

    /// @param version of `lamina --version`
    /// @param validate of `lamina validate` and the documents
    /// @param window to the first frame of `lamina studio` with the documents; empty where there is no display
    public record Result(Timings version, Timings validate, Optional<Timings> window) {}

    public Result run(Request request, Reporter reporter) throws IOException {
        String lamina = launcher.orElseThrow(() -> new EnvironmentException(
                "this Lamina was started without its launching script, so there is no start to measure",
                "run './lamina bench start'"));
        List<String> validate = new ArrayList<>(List.of(lamina, "validate", "-q"));
        validate.addAll(request.documents());
        List<Duration> version = new ArrayList<>();
        List<Duration> validated = new ArrayList<>();
        List<Duration> window = new ArrayList<>();
        for (int run = 1; run <= request.runs(); run++) {
            try (Reporter.Step ignored = reporter.begin("run " + run + " of " + request.runs())) {
                version.add(time(new CommandLine(List.of(lamina, "--version"))));
                validated.add(time(new CommandLine(validate)));
                if (display) {
                    window.add(firstFrame(lamina, request.documents()));
                }
            }
        }
        return new Result(
                new Timings(version),
                new Timings(validated),
                window.isEmpty() ? Optional.empty() : Optional.of(new Timings(window)));
    }

    private Duration firstFrame(String lamina, List<String> documents) throws IOException {
        List<String> command = new ArrayList<>(List.of(lamina, "studio", "--rehearse"));
        command.addAll(documents);
        Instant begun = Instant.now();
        // The launcher may say before that it prepares something.
        String told = output(new CommandLine(command)).lines().toList().getLast();
        try {
            return Duration.between(begun, Instant.ofEpochMilli(Long.parseLong(told)));
        } catch (NumberFormatException e) {
            throw new ExternalException("the window did not say when it was drawn, but: " + told, null);
        }
    }

    private Duration time(CommandLine command) throws IOException {
        long begun = System.nanoTime();
        output(command);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String output(CommandLine command) throws IOException {
        ProcessRunner.Result result = processes.run(command, TIMEOUT);
        if (result.exitCode() != 0) {
            throw new ExternalException(
                    "'" + command + "' ended with exit code " + result.exitCode() + ": "
                            + result.output().strip(),
                    null);
        }
        return result.output();
    }
}
