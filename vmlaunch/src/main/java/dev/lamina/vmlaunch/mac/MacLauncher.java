package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.ConsoleLog;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.natives.PtyDevice;
import dev.lamina.vmlaunch.process.GuardedProcess;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Starts a [ConsoleProgram]: prepare, start, find its console, listen. Whatever goes wrong on the way
/// leaves nothing behind.
public final class MacLauncher {
    /// From starting the program to its console; a loaded machine needs a second.
    private static final Duration CONSOLE = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(5);

    /// For the program to end by itself after its console has gone.
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final HostSystem host;
    private final ProcessRunner runner;

    public MacLauncher(HostSystem host, ProcessRunner runner) {
        this.host = host;
        this.runner = runner;
    }

    public VmHandle launch(ConsoleProgram program, VmSpec spec) {
        RuntimeDir folder = RuntimeDir.create(host);
        OutputStream log = OutputStream.nullOutputStream();
        boolean running = false;
        try {
            log = ConsoleLog.open(spec);
            CommandLine command = program.prepare(spec, folder.path());
            GuardedProcess process = runner.startGuarded(command, folder.path());
            MacMachine machine = connected(new Attempt(program, spec, command, process, folder, log));
            running = true;
            return machine;
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException(program.name() + " cannot be started: " + e.getMessage(), null, e);
        } finally {
            if (!running) {
                Quietly.close(log);
                Quietly.close(folder);
            }
        }
    }

    /// What one start has made so far.
    record Attempt(
            ConsoleProgram program,
            VmSpec spec,
            CommandLine command,
            GuardedProcess process,
            RuntimeDir folder,
            OutputStream log) {}

    private static MacMachine connected(Attempt attempt) {
        boolean running = false;
        try {
            MacMachine machine = MacMachine.of(attempt, PtyDevice.open(awaitConsole(attempt)));
            machine.begin();
            running = true;
            return machine;
        } catch (IOException e) {
            throw explain(attempt, e);
        } finally {
            if (!running) {
                attempt.process().kill();
            }
        }
    }

    private static Path awaitConsole(Attempt attempt) throws IOException {
        long end = System.nanoTime() + CONSOLE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Path> device = attempt.program()
                    .console(
                            attempt.spec(),
                            attempt.folder().path(),
                            attempt.process().output());
            if (device.isPresent()) {
                return device.get();
            }
            if (hasEnded(attempt, POLL)) {
                throw new IOException("it ended");
            }
        }
        throw new IOException("it made no console within " + CONSOLE.toSeconds() + " s");
    }

    private static boolean hasEnded(Attempt attempt, Duration timeout) {
        try {
            return attempt.process().waitFor(timeout).isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static LaminaException explain(Attempt attempt, IOException cause) {
        String name = attempt.program().name();
        return hasEnded(attempt, LAST_WORDS)
                ? attempt.program()
                        .explain(
                                attempt.process().onExit().join(),
                                attempt.process().output())
                : new ExternalException(name + " does not start the machine: " + cause.getMessage(), null, cause);
    }
}
