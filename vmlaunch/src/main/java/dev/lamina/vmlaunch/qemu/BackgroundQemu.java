package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A machine in the background, by the sockets of its QEMU.
record BackgroundQemu(DetachedVm vm) implements BackgroundVm {
    /// @throws EnvironmentException it has ended
    @Override
    public AttachedVm attach() {
        if (!runs()) {
            throw new EnvironmentException(
                    "the machine " + vm.name() + " has ended", "'lamina ps' lists those that run");
        }
        return new AttachedQemu(vm);
    }

    /// A process that ended for whatever reason listens no more, whoever has its number now.
    @Override
    public boolean runs() {
        try (SocketStreams monitor = new DetachedSockets(vm).connect(Channels.Name.MONITOR)) {
            return monitor.channel().isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /// In order when the guest complies within the grace time, and otherwise all the same.
    @Override
    public void stop(Duration grace) throws InterruptedException {
        try (QmpClient monitor = new DetachedSockets(vm).monitor()) {
            // One that is held hears nothing.
            monitor.execute("cont");
            if (!PowerOff.isAccepted(new DetachedControl(new DetachedSockets(vm)), grace)) {
                monitor.execute("system_powerdown");
            }
            if (!ended(monitor, grace)) {
                monitor.execute("quit");
                ended(monitor, QmpClient.ANSWER);
            }
        } catch (IOException e) {
            // It has ended, or does not answer: then it is ended by force.
            kill();
        }
        if (runs()) {
            kill();
        }
        Quietly.close(RuntimeDir.of(vm.sockets()));
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

    @Override
    public void kill() {
        ProcessHandle.of(vm.pid()).filter(this::isOf).ifPresent(ProcessHandle::destroyForcibly);
        Quietly.close(RuntimeDir.of(vm.sockets()));
    }

    /// The number may be another process's by now. The folder of the sockets is in the command line of this one alone.
    private boolean isOf(ProcessHandle process) {
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
