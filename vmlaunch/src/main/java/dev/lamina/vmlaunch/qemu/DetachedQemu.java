package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Starts machines in the background, each a QEMU that listens: whoever wants something of it connects.
final class DetachedQemu {
    /// QEMU's first process ends when the machine is there and all sockets listen.
    private static final Duration START = Duration.ofSeconds(30);
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
                Quietly.close(folder);
            }
        }
    }
}
