package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Machines in the background: here QEMU listens, and whoever wants something of it connects.
final class DetachedQemu {
    /// QEMU's first process ends when the machine is there and all sockets listen.
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// How long a guest may take to show that it listens.
    private static final Duration FIRST_WORD = Duration.ofSeconds(2);

    private static final String PID_FILE = "qemu.pid";

    private final HostSystem host;
    private final ProcessRunner runner;

    DetachedQemu(HostSystem host, ProcessRunner runner) {
        this.host = host;
        this.runner = runner;
    }

    DetachedVm.Started start(QemuBinary qemu, VmSpec spec, Accelerator accelerator, Attachments attachments) {
        if (host.isWindows()) {
            throw new EnvironmentException(
                    "QEMU cannot run in the background on Windows", "leave out --detach, and open another window");
        }
        RuntimeDir folder = RuntimeDir.create(host);
        boolean running = false;
        try {
            Files.createDirectories(spec.stateDir());
            Path pidFile = folder.path().resolve(PID_FILE);
            CommandLine command = QemuCommand.detached(
                    qemu.path().toString(), spec, accelerator, folder.path(), attachments, pidFile);
            ProcessRunner.Result result = runner.run(command, START);
            if (result.exitCode() != 0) {
                throw QemuFailure.explain(spec, accelerator, result.exitCode(), result.output());
            }
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            running = true;
            return new DetachedVm.Started(
                    new DetachedVm(spec.name(), pid, folder.path(), spec.consoleLog(), accelerator), command);
        } catch (IOException | NumberFormatException e) {
            throw new EnvironmentException("QEMU cannot be started: " + e.getMessage(), null, e);
        } finally {
            if (!running) {
                QemuLauncher.closeQuietly(folder);
            }
        }
    }

    /// @throws EnvironmentException it has ended
    AttachedVm attach(DetachedVm vm) {
        if (!runs(vm)) {
            throw new EnvironmentException(
                    "the machine " + vm.name() + " has ended", "'lamina ps' lists those that run");
        }
        return new AttachedQemu(vm);
    }

    /// A process that ended for whatever reason listens no more, whoever has its number now.
    boolean runs(DetachedVm vm) {
        try (SocketStreams monitor = new DetachedSockets(vm).connect(Channels.Name.MONITOR)) {
            return monitor.channel().isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// In order when the guest complies within the grace time, and otherwise all the same.
    void stop(DetachedVm vm, Duration grace) throws InterruptedException {
        try (QmpClient monitor = new DetachedSockets(vm).monitor()) {
            // One that is held hears nothing.
            monitor.execute("cont", ANSWER);
            askGuest(vm, monitor, grace);
            if (!ended(monitor, grace)) {
                monitor.execute("quit", ANSWER);
                ended(monitor, ANSWER);
            }
        } catch (IOException e) {
            // It has ended, or does not answer: then it is ended by force.
            kill(vm);
        }
        if (runs(vm)) {
            kill(vm);
        }
        QemuLauncher.closeQuietly(RuntimeDir.of(vm.sockets()));
    }

    private static void askGuest(DetachedVm vm, QmpClient monitor, Duration grace) throws IOException {
        GuestControl control = new DetachedControl(new DetachedSockets(vm));
        try {
            if (control.awaitReady(FIRST_WORD)) {
                control.powerOff(grace);
                return;
            }
        } catch (GuestControlException e) {
            // The button is for guests that do not listen.
        }
        monitor.execute("system_powerdown", ANSWER);
    }

    private static boolean ended(QmpClient monitor, Duration timeout) throws InterruptedException {
        try {
            monitor.onEnd().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Also clears up after a machine that ended by itself.
    void kill(DetachedVm vm) {
        ProcessHandle.of(vm.pid()).filter(process -> isOf(process, vm)).ifPresent(ProcessHandle::destroyForcibly);
        QemuLauncher.closeQuietly(RuntimeDir.of(vm.sockets()));
    }

    /// The number may be another process's by now. The folder of the sockets is in the command line of this one alone.
    private static boolean isOf(ProcessHandle process, DetachedVm vm) {
        return commandLine(process).contains(vm.sockets().toString());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            // Whole, which Java's own answer need not be.
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
