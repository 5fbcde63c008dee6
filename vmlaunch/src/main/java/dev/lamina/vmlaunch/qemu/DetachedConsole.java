package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.FollowedFile;
import dev.lamina.vmlaunch.Replay;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The console of a machine in the background. What it prints is read from its log, which has every byte, also of the
/// time before; its socket is for what is typed, and tells when the machine ends.
final class DetachedConsole implements AutoCloseable {
    private static final String LOCK = "con.lock";

    /// What a console keeps.
    private static final long RECENT = 256 * 1024;

    private final ConsoleHub console;
    private final SocketStreams socket;
    private final FileChannel lock;
    private volatile boolean over;

    private DetachedConsole(DetachedVm vm, SocketStreams socket, FileChannel lock) {
        this.console = new ConsoleHub(vm.consoleLog(), socket.output());
        this.socket = socket;
        this.lock = lock;
    }

    /// @throws EnvironmentException somebody else has it, or the machine has ended
    static DetachedConsole open(DetachedVm vm, DetachedSockets sockets) {
        FileChannel lock = lock(vm);
        boolean opened = false;
        try {
            DetachedConsole console = new DetachedConsole(vm, sockets.connect(Channels.Name.CONSOLE), lock);
            console.begin(vm.consoleLog());
            opened = true;
            return console;
        } catch (IOException e) {
            throw closed(vm, e);
        } finally {
            if (!opened) {
                Quietly.close(lock);
            }
        }
    }

    private static EnvironmentException closed(DetachedVm vm, IOException cause) {
        return new EnvironmentException(
                "the console of " + vm.name() + " cannot be opened: " + cause.getMessage(),
                "'lamina ps' tells whether it still runs",
                cause);
    }

    /// Given back when the process ends, however it does. Without it QEMU would let a second one wait without a word.
    private static FileChannel lock(DetachedVm vm) {
        try {
            return lock(vm.sockets().resolve(LOCK))
                    .orElseThrow(() -> new EnvironmentException(
                            "somebody else is attached to " + vm.name(),
                            "watch it with 'lamina logs --follow " + vm.name() + "'"));
        } catch (IOException e) {
            throw closed(vm, e);
        }
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // by this process
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(channel) : Optional.empty();
    }

    private void begin(Path file) throws IOException {
        int size = (int) Math.min(RECENT, Files.size(file));
        FollowedFile log = new FollowedFile(file, size, () -> !over);
        Thread.ofVirtual().name("detached-socket").start(this::discard);
        Thread.ofVirtual().name("detached-console").start(() -> follow(log, size));
    }

    /// A full socket would hold the guest up.
    private void discard() {
        try {
            socket.input().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The end, like any other.
        } finally {
            over = true;
        }
    }

    /// @param size of what was there before
    private void follow(FollowedFile log, int size) {
        try (log) {
            byte[] before = log.readNBytes(size);
            InputStream all =
                    new SequenceInputStream(new ByteArrayInputStream(Replay.of(before, 0, before.length)), log);
            console.pump(all, OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Listeners are told of the end in any case.
            return;
        }
    }

    Console console() {
        return console;
    }

    @Override
    public void close() {
        over = true;
        Quietly.close(socket);
        Quietly.close(lock);
    }
}
