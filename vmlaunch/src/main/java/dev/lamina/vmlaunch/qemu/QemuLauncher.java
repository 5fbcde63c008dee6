package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.ConsoleLog;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.host.SocketStreams;
import dev.lamina.vmlaunch.process.GuardedProcess;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Starts QEMU: listen, start, take its connections, let it run. Whatever goes wrong on the way leaves nothing behind.
final class QemuLauncher {
    /// From starting the program to its last connection; a loaded machine needs a second.
    private static final Duration CONNECT = Duration.ofSeconds(30);

    /// For QEMU to end by itself after it closed a connection.
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final HostSystem host;
    private final ProcessRunner runner;

    QemuLauncher(HostSystem host, ProcessRunner runner) {
        this.host = host;
        this.runner = runner;
    }

    QemuMachine launch(QemuBinary qemu, VmSpec spec, Accelerator accelerator) {
        return launch(qemu, spec, accelerator, Attachments.NONE, new HelperPrograms(host, runner));
    }

    /// @param helpers belong to the machine from here on
    QemuMachine launch(
            QemuBinary qemu, VmSpec spec, Accelerator accelerator, Attachments attachments, HelperPrograms helpers) {
        RuntimeDir folder = RuntimeDir.create(host);
        OutputStream log = OutputStream.nullOutputStream();
        boolean running = false;
        try (ChannelServer server = host.isWindows() ? ChannelServer.tcp() : ChannelServer.unix(folder.path())) {
            log = ConsoleLog.open(spec);
            CommandLine command = QemuCommand.of(qemu, spec, accelerator, server.channels(), attachments);
            GuardedProcess process = runner.startGuarded(command, folder.path());
            QemuMachine machine =
                    connected(new Attempt(spec, accelerator, command, process, folder, log, helpers), server);
            running = true;
            return machine;
        } catch (IOException e) {
            throw new EnvironmentException("QEMU cannot be started: " + e.getMessage(), null, e);
        } finally {
            if (!running) {
                Quietly.close(log);
                Quietly.close(folder);
            }
        }
    }

    /// What one start has made so far.
    record Attempt(
            VmSpec spec,
            Accelerator accelerator,
            CommandLine command,
            GuardedProcess process,
            RuntimeDir folder,
            OutputStream log,
            HelperPrograms helpers) {}

    private QemuMachine connected(Attempt attempt, ChannelServer server) {
        boolean running = false;
        try {
            QemuStreams streams = acceptAll(attempt.process(), server);
            QemuMachine machine = begun(attempt, streams);
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

    private static QemuMachine begun(Attempt attempt, QemuStreams streams) throws IOException {
        boolean running = false;
        try {
            QemuMachine machine = QemuMachine.of(attempt, streams);
            machine.begin();
            running = true;
            return machine;
        } finally {
            if (!running) {
                streams.close();
            }
        }
    }

    /// QEMU may end instead of connecting, or hang; both end the waiting.
    private static QemuStreams acceptAll(GuardedProcess process, ChannelServer server) throws IOException {
        CompletableFuture<Integer> end = process.onExit();
        CompletableFuture<Integer> limit =
                new CompletableFuture<Integer>().completeOnTimeout(-1, CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.anyOf(end, limit).thenRun(() -> Quietly.close(server));
        Map<Channels.Name, SocketStreams> streams = new EnumMap<>(Channels.Name.class);
        boolean all = false;
        try {
            for (Channels.Name name : Channels.Name.values()) {
                streams.put(name, server.accept(name));
            }
            all = true;
            return new QemuStreams(streams);
        } finally {
            limit.cancel(false);
            if (!all) {
                streams.values().forEach(Quietly::close);
            }
        }
    }

    private static LaminaException explain(Attempt attempt, IOException cause) {
        try {
            OptionalInt code = attempt.process().waitFor(LAST_WORDS);
            if (code.isPresent()) {
                attempt.process().onExit().join();
                return QemuFailure.explain(
                        attempt.spec(),
                        attempt.accelerator(),
                        code.getAsInt(),
                        attempt.process().output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String why = cause instanceof ClosedChannelException
                ? "it did not connect within " + CONNECT.toSeconds() + " s"
                : String.valueOf(cause.getMessage());
        return new ExternalException("QEMU does not start the machine: " + why, null, cause);
    }
}
