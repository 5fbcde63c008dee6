package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.process.GuardedProcess;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.process.SafeWords;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The programs that work for one machine beside QEMU, each through a socket that QEMU connects to. They end
/// when QEMU does, and with Lamina.
final class HelperPrograms implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final HostSystem host;
    private final ProcessRunner runner;
    private final List<RuntimeDir> folders = new ArrayList<>();
    private final List<GuardedProcess> programs = new ArrayList<>();

    HelperPrograms(HostSystem host, ProcessRunner runner) {
        this.host = host;
        this.runner = runner;
    }

    /// A program to be started.
    ///
    /// @param failure what does not work without it, for messages
    /// @param hint what often helps
    /// @param arguments of the program, for a socket
    record Helper(Path program, String failure, @Nullable String hint, Function<Path, List<String>> arguments) {}

    /// Starts a program and returns when its socket is there. It is given a folder of its own for the
    /// socket: what guards it clears that folder at its end.
    ///
    /// @throws ExternalException it does not start
    Path serve(Helper helper) {
        RuntimeDir runtime = RuntimeDir.create(host);
        folders.add(runtime);
        Path socket = runtime.path().resolve("sock");
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            runtime.path().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            List<String> words = new ArrayList<>(helper.arguments().apply(socket));
            words.addFirst(helper.program().toString());
            GuardedProcess process = runner.startGuarded(new CommandLine(words), runtime.path());
            programs.add(process);
            process.onExit().thenRun(() -> Quietly.close(watch));
            await(watch, socket, process, helper);
        } catch (IOException e) {
            throw new ExternalException(helper.failure() + ": " + e.getMessage(), helper.hint(), e);
        }
        return socket;
    }

    private static void await(WatchService watch, Path socket, GuardedProcess process, Helper helper) {
        long end = System.nanoTime() + START.toNanos();
        try {
            while (!Files.exists(socket)) {
                WatchKey key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw failed(process, helper);
                }
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            throw failed(process, helper);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(process, helper);
        }
    }

    private static ExternalException failed(GuardedProcess process, Helper helper) {
        try {
            OptionalInt code = process.waitFor(LAST_WORDS);
            String sentence = helper.failure() + (code.isPresent() ? " (exit code " + code.getAsInt() + ")" : "");
            return new ExternalException(SafeWords.append(sentence, SafeWords.last(process.output())), helper.hint());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ExternalException(helper.failure() + ": interrupted", null);
        }
    }

    @Override
    public void close() {
        programs.forEach(GuardedProcess::stop);
        folders.forEach(Quietly::close);
    }
}
