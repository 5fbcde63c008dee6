package dev.lamina.assembler.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// A file that appears whole or not at all: written under a temporary name, forced to the disk, then renamed.
///
/// Closing it without publishing removes it. When the process is killed the temporary file stays, and
/// [#removeAbandoned] finds it later: its name says which process made it, and a living writer holds a lock on it.
public final class AtomicFile implements Closeable {
    private static final String PREFIX = ".part-";

    /// Of process, start and a unique part. Others, too, have files that begin as ours do.
    private static final Pattern NAME = Pattern.compile("\\.part(-[0-9a-f]+){3,}");

    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean open = true;

    private AtomicFile(Path temporary) throws IOException {
        this.temporary = temporary;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lockQuietly(channel);
        this.out = new BufferedOutputStream(new Sink(), 1 << 16);
    }

    /// Begins a file in `folder`, which must lie on the same file system as the place where it will be published.
    public static AtomicFile in(Path folder) throws IOException {
        Path temporary = temporaryName(folder);
        return Storage.writing(folder, () -> new AtomicFile(temporary));
    }

    /// A name in `folder` that nobody else uses; should this process be killed, [#removeAbandoned] removes what has it.
    public static Path temporaryName(Path folder) {
        return folder.resolve(PREFIX + self() + "-" + UUID.randomUUID());
    }

    /// Begins a file that will replace `target`, in the same folder.
    public static AtomicFile beside(Path target) throws IOException {
        return in(folderOf(target));
    }

    private static Path folderOf(Path target) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }

    /// Writes all of `content` as `target`.
    public static void write(Path target, byte[] content) throws IOException {
        try (AtomicFile file = beside(target)) {
            file.output().write(content);
            file.publish(target);
        }
    }

    /// As [#write], for what [#publishUnforced] is for.
    public static void writeUnforced(Path target, byte[] content) throws IOException {
        try (AtomicFile file = beside(target)) {
            file.output().write(content);
            file.publishUnforced(target);
        }
    }

    /// Where to write to; buffered. Closing it does nothing.
    public OutputStream output() {
        return out;
    }

    /// Forces everything written so far to the disk, so that [#publish] has little left that can fail.
    public void force() throws IOException {
        Storage.writing(folderOf(temporary), () -> {
            out.flush();
            channel.force(true);
        });
    }

    /// Makes the file appear as `target`, replacing what was there.
    public void publish(Path target) throws IOException {
        force();
        Storage.writing(target, () -> {
            move(target);
            open = false;
            channel.close();
            forceFolder(folderOf(target));
        });
    }

    /// As [#publish], but leaves it to the system when the bytes reach the disk. For what is checked when
    /// it is read and can be made again: after a power failure it may be damaged.
    public void publishUnforced(Path target) throws IOException {
        Storage.writing(target, () -> {
            out.flush();
            move(target);
            open = false;
            channel.close();
        });
    }

    private void move(Path target) throws IOException {
        BusyFiles.retry(
                target,
                () -> Files.move(
                        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /// Removes the file if it was not published.
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            try (channel) {
                Files.deleteIfExists(temporary);
            }
            Files.deleteIfExists(temporary); // a system that keeps open files until they are closed
        }
    }

    /// Removes what killed processes left in `folder`. Never fails: what cannot be removed now is left for later.
    public static void removeAbandoned(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (isOfAnotherProcess(file)) {
                    removeUnlessLocked(file);
                }
            }
        } catch (IOException e) {
            // tidying up is no reason to stop anyone from working
        }
    }

    /// Whether another process, living or not, gave it a [#temporaryName].
    static boolean isOfAnotherProcess(Path file) {
        String name = file.getFileName().toString();
        return NAME.matcher(name).matches() && !name.startsWith(PREFIX + self() + "-");
    }

    private static void removeUnlessLocked(Path file) {
        try (FileChannel probe = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = probe.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // somebody else removed it, or uses it
        }
    }

    /// Names this process among all that ever ran here: process ids come again, start times with them do not.
    private static String self() {
        ProcessHandle process = ProcessHandle.current();
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Long.toHexString(process.pid()) + "-" + Long.toHexString(started);
    }

    private static void lockQuietly(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException e) {
            // a file system without locks: killed writers' files stay until someone removes them by hand
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot, and does not need to
        }
    }

    private final class Sink extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            Storage.writing(folderOf(temporary), () -> {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            });
        }

        @Override
        public void close() throws IOException {
            flush(); // the file stays open: publish or close decides what becomes of it
        }
    }
}
