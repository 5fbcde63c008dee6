package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.process.GuardedProcess;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// The programs that serve folders of the host to one machine, each through a socket that QEMU connects to. A program
/// ends when QEMU does.
final class SharedFolders implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final List<RuntimeDir> folders = new ArrayList<>();
    private final List<GuardedProcess> programs = new ArrayList<>();
    private final List<Path> sockets = new ArrayList<>();

    private SharedFolders() {}

    static SharedFolders none() {
        return new SharedFolders();
    }

    /// Returns when all sockets are there.
    static SharedFolders start(List<Path> shared, VirtiofsdLocator locator, HostSystem host, ProcessRunner runner) {
        SharedFolders result = new SharedFolders();
        shared.forEach(SharedFolders::check);
        boolean complete = false;
        try {
            for (Path folder : shared) {
                result.serve(folder, locator.find(), RuntimeDir.create(host), runner);
            }
            complete = true;
            return result;
        } catch (IOException e) {
            throw new EnvironmentException("virtiofsd cannot be started: " + e.getMessage(), null, e);
        } finally {
            if (!complete) {
                result.close();
            }
        }
    }

    private static void check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no folder " + folder + " to share", null);
        }
        if (folder.toString().indexOf(',') >= 0) {
            throw new InputException(
                    "virtiofsd takes no folder with a comma in its name: " + folder, "share a folder above it");
        }
    }

    /// The program is given a folder of its own for its socket: what guards it clears that folder at its end.
    private void serve(Path shared, Path program, RuntimeDir runtime, ProcessRunner runner) throws IOException {
        folders.add(runtime);
        Path socket = runtime.path().resolve("fs.sock");
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            runtime.path().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            GuardedProcess process = runner.startGuarded(
                    new CommandLine(List.of(
                            program.toString(), "--socket-path=" + socket, "-o", "source=" + shared.toAbsolutePath())),
                    runtime.path());
            programs.add(process);
            process.onExit().thenRun(() -> QemuLauncher.closeQuietly(watch));
            await(watch, socket, process);
        }
        sockets.add(socket);
    }

    private static void await(WatchService watch, Path socket, GuardedProcess process) {
        long end = System.nanoTime() + START.toNanos();
        try {
            while (!Files.exists(socket)) {
                WatchKey key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw failed(process);
                }
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            throw failed(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(process);
        }
    }

    private static ExternalException failed(GuardedProcess process) {
        try {
            OptionalInt code = process.waitFor(LAST_WORDS);
            String said = QemuFailure.lastLine(process.output());
            return new ExternalException(
                    "virtiofsd does not share the folder"
                            + (code.isPresent() ? " (exit code " + code.getAsInt() + ")" : "")
                            + (said.isEmpty() ? "" : ": " + said),
                    "an older virtiofsd must be started by root");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ExternalException("virtiofsd was interrupted", null);
        }
    }

    List<Path> sockets() {
        return sockets;
    }

    @Override
    public void close() {
        programs.forEach(GuardedProcess::stop);
        folders.forEach(QemuLauncher::closeQuietly);
    }
}
