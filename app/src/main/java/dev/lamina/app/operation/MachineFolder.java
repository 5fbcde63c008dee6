package dev.lamina.app.operation;

import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.EnvironmentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The folder of one running machine. Its lock tells others that the name is taken, and goes with the process, however
/// that ends.
final class MachineFolder implements AutoCloseable {
    /// File locks belong to the process, and closing any channel of the file drops them: so no second one is opened.
    private static final Set<Path> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final String name;
    private final Path path;
    private final Path file;
    private final FileChannel lock;

    private MachineFolder(String name, Path path, Path file, FileChannel lock) {
        this.name = name;
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    static MachineFolder claim(Path machines, String name) throws IOException {
        return claim(machines, name, folder -> true);
    }

    static MachineFolder claimLike(Path machines, String name) throws IOException {
        return claimLike(machines, name, folder -> true);
    }

    /// @param free whether no machine in the background has the folder
    /// @throws EnvironmentException a machine of that name runs
    static MachineFolder claim(Path machines, String name, Predicate<Path> free) throws IOException {
        return claimed(machines.resolve(name), name, free)
                .orElseThrow(() -> new EnvironmentException(
                        "a machine named " + name + " runs already", "end it, or give this one another --name"));
    }

    /// The name, or the first of `NAME-2`, `NAME-3`, … that no running machine has.
    static MachineFolder claimLike(Path machines, String name, Predicate<Path> free) throws IOException {
        Optional<MachineFolder> claimed = claimed(machines.resolve(name), name, free);
        for (int i = 2; claimed.isEmpty(); i++) {
            String other = name + "-" + i;
            claimed = claimed(machines.resolve(other), other, free);
        }
        return claimed.get();
    }

    /// A folder that the user chose for a machine.
    ///
    /// @throws EnvironmentException another machine has it
    static MachineFolder claimState(Path folder, String name, Predicate<Path> free) throws IOException {
        return claimed(folder, name, free)
                .orElseThrow(() -> new EnvironmentException(
                        "the folder " + folder + " is that of a machine that runs",
                        "end it, or give this one another --state"));
    }

    private static Optional<MachineFolder> claimed(Path folder, String name, Predicate<Path> free) throws IOException {
        Storage.createFolder(folder);
        Path file = folder.toRealPath().resolve(".lock");
        if (!OF_THIS_PROCESS.add(file)) {
            return Optional.empty();
        }
        Optional<FileChannel> lock = Optional.empty();
        try {
            lock = lock(file);
            if (lock.isPresent() && !free.test(folder)) {
                lock.get().close();
                lock = Optional.empty();
            }
            return lock.map(channel -> new MachineFolder(name, folder, file, channel));
        } finally {
            if (lock.isEmpty()) {
                OF_THIS_PROCESS.remove(file);
            }
        }
    }

    /// Whether a process has this folder now.
    static boolean isClaimed(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(".lock");
        if (OF_THIS_PROCESS.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        Optional<FileChannel> lock = lock(file);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = Storage.writing(
                file, () -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        if (channel.tryLock() != null) {
            return Optional.of(channel);
        }
        channel.close();
        return Optional.empty();
    }

    String name() {
        return name;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            // The end of the process gives the lock back as well.
        } finally {
            OF_THIS_PROCESS.remove(file);
        }
    }
}
