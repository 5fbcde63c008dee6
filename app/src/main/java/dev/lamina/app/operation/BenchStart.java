package dev.lamina.app.operation;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures how long Lamina's own process takes for the least that it can do, and for checking a document: from the
/// start of the launching script to its end; and for its window: to the first frame, and until it shows the document
/// and answers. Each as it starts, and without its ahead-of-time cache.
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
            Timings.checkRuns(runs);
        }
    }

    /// @param cached as Lamina starts
    /// @param plain without its ahead-of-time cache
    public record Result(Starts cached, Starts plain) {}

    /// @param version of `lamina --version`
    /// @param validate of `lamina validate` and the documents
    /// @param window of `lamina studio` with the documents; empty where there is no display
    public record Starts(Timings version, Timings validate, Optional<Window> window) {}

    /// @param firstFrame until something is seen
    /// @param usable until the documents are seen, and keys and clicks are answered
    public record Window(Timings firstFrame, Timings usable) {}

    public Result run(Request request, Reporter reporter) throws IOException {
        String lamina = launcher.orElseThrow(() -> new EnvironmentException(
                "this Lamina was started without its launching script, so there is no start to measure",
                "run './lamina bench start'"));
        Series cached = new Series(List.of(lamina), request.documents());
        // The launching scripts know the variable.
        Series plain = new Series(List.of("env", "LAMINA_AOT=off", lamina), request.documents());
        for (int run = 1; run <= request.runs(); run++) {
            try (Reporter.Step ignored = reporter.begin("run " + run + " of " + request.runs())) {
                cached.run();
                plain.run();
            }
        }
        return new Result(cached.starts(), plain.starts());
    }

    /// The starts of one kind, so far.
    private final class Series {
        private final List<String> lamina;
        private final List<String> documents;
        private final List<Duration> version = new ArrayList<>();
        private final List<Duration> validate = new ArrayList<>();
        private final List<Duration> firstFrame = new ArrayList<>();
        private final List<Duration> usable = new ArrayList<>();

        Series(List<String> lamina, List<String> documents) {
            this.lamina = lamina;
            this.documents = documents;
        }

        void run() throws IOException {
            version.add(time(new CommandLine(with("--version"))));
            List<String> validation = with("validate", "-q");
            validation.addAll(documents);
            validate.add(time(new CommandLine(validation)));
            if (display) {
                window();
            }
        }

        private void window() throws IOException {
            List<String> command = with("studio", "--rehearse");
            command.addAll(documents);
            Instant begun = Instant.now();
            // The launcher may say before that it prepares something.
            String told = output(new CommandLine(command)).lines().toList().getLast();
            try {
                String[] times = told.split(" ");
                firstFrame.add(Duration.between(begun, Instant.ofEpochMilli(Long.parseLong(times[0]))));
                usable.add(Duration.between(begun, Instant.ofEpochMilli(Long.parseLong(times[1]))));
            } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new ExternalException("the window did not say when it was drawn, but: " + told, null);
            }
        }

        private List<String> with(String... arguments) {
            List<String> command = new ArrayList<>(lamina);
            command.addAll(List.of(arguments));
            return command;
        }

        Starts starts() {
            Optional<Window> window = firstFrame.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Window(new Timings(firstFrame), new Timings(usable)));
            return new Starts(new Timings(version), new Timings(validate), window);
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
