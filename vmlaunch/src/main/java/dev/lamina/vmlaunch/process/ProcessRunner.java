package dev.lamina.vmlaunch.process;

import dev.lamina.vmlaunch.CommandLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The one place of this module that starts programs.
public final class ProcessRunner {
    private static final int MAX_OUTPUT = 256 * 1024;
    private static final int MAX_DATA = 16 << 20;

    private final Lifeline lifeline;

    public ProcessRunner() {
        this(Lifeline.ofThisSystem());
    }

    ProcessRunner(Lifeline lifeline) {
        this.lifeline = lifeline;
    }

    /// What a short program printed.
    public record Result(int exitCode, String output) {}

    /// Runs a program to its end.
    ///
    /// @return its exit code and output, errors included; exit code -1 when it took too long
    public Result run(CommandLine command, Duration timeout) throws IOException {
        return run(new ProcessBuilder(command.argv()).redirectErrorStream(true), "", timeout, MAX_OUTPUT);
    }

    /// As [#run], with what the program says in its standard output alone, and more of it: for programs whose output
    /// is data.
    public Result output(CommandLine command, Duration timeout) throws IOException {
        return output(command, "", timeout);
    }

    /// As [#output(CommandLine, Duration)], with something on its standard input.
    public Result output(CommandLine command, String input, Duration timeout) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.argv()).redirectError(ProcessBuilder.Redirect.DISCARD);
        return run(builder, input, timeout, MAX_DATA);
    }

    /// Runs a program to its end, however long that takes, and hands on what it prints line by line. When the thread
    /// is interrupted the program ends.
    ///
    /// @return its exit code
    public int follow(CommandLine command, Consumer<String> lines) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command.argv()).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            CompletableFuture<Void> printed = CompletableFuture.runAsync(
                    () -> handOn(process, lines),
                    task -> Thread.ofVirtual().name("program-lines").start(task));
            int code = process.waitFor();
            printed.completeOnTimeout(null, 1, TimeUnit.SECONDS).join(); // what it started may hold the pipe open
            return code;
        } finally {
            end(process);
        }
    }

    private static void handOn(Process process, Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines);
        } catch (IOException | UncheckedIOException e) {
            // the program has ended in the middle of a line
        }
    }

    /// Starts a program, tells it something, and ends it when it has said a text.
    ///
    /// @return how long that took, from before its start
    public Duration timeUntil(CommandLine command, String input, String text, Duration timeout) throws IOException {
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(command.argv()).redirectErrorStream(true).start();
        try {
            process.onExit()
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> {
                        process.destroyForcibly();
                        return process;
                    });
            OutputStream in = process.getOutputStream();
            in.write(input.getBytes(StandardCharsets.UTF_8));
            in.flush();
            awaitText(process.getInputStream(), text);
            return Duration.ofNanos(System.nanoTime() - begun);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void awaitText(InputStream stream, String text) throws IOException {
        StringBuilder said = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (said.indexOf(text) < 0) {
            int count = stream.read(buffer);
            if (count < 0 || said.length() > MAX_OUTPUT) {
                throw new IOException("it ended without " + text + ", but with: "
                        + said.toString().strip());
            }
            said.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
        }
    }

    private static Result run(ProcessBuilder builder, String input, Duration timeout, int most) throws IOException {
        Process process = builder.start();
        try {
            KeptOutput output = KeptOutput.of(process.getInputStream(), most);
            feed(process, input);
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            int code = ended ? process.exitValue() : -1;
            if (!ended) {
                end(process);
            }
            output.rest().join();
            return new Result(code, output.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "");
        } finally {
            process.destroyForcibly();
        }
    }

    /// Ends a program and what it has started, at once.
    static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void feed(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it does not read; what it says and how it ends tells more
        }
    }

    /// Starts a program that ends when this process ends, however that happens.
    ///
    /// @param socketDir of this program alone: removed with the files in it when the program has ended
    public GuardedProcess startGuarded(CommandLine command, Path socketDir) throws IOException {
        Process process = new ProcessBuilder(lifeline.argv(command, socketDir))
                .redirectErrorStream(true)
                .start();
        lifeline.tie(process, socketDir);
        return new GuardedProcess(process, lifeline.hasGuard());
    }
}
