package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.packages.download.MirrorProblem.Kind;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files from mirrors, kept in a folder by their hash.
///
/// A file appears there whole or not at all, also when several threads or processes want it at once: one brings it, the
/// others wait for it. A mirror that cannot be reached is not asked again, so use one downloader for one job.
/// All methods end soon after their thread is interrupted, with a [CancelledException].
public final class Downloader {
    private static final long WAIT_MILLIS = 50;

    private final Path folder;
    private final Http http;
    private final Set<URI> unreachable = ConcurrentHashMap.newKeySet();

    /// @param folder made if need be
    public Downloader(Path folder, HttpSettings settings) {
        this.folder = folder;
        this.http = new Http(settings);
    }

    /// Whether the file is there, by its size; the hash is checked when it is fetched.
    public boolean has(RemoteFile file) {
        Path cached = cached(file);
        try {
            return Files.isRegularFile(cached) && Files.size(cached) == file.size();
        } catch (IOException e) {
            return false;
        }
    }

    private Path cached(RemoteFile file) {
        return folder.resolve(file.cacheName());
    }

    /// Takes the file from the folder, or else from the first mirror that has it. With no mirrors: from the folder.
    public Fetched fetch(RemoteFile file, List<URI> mirrors, Reporter reporter) throws IOException {
        try {
            return isIntact(file) ? new Fetched.Got(cached(file)) : bring(file, mirrors, reporter);
        } catch (InterruptedException e) {
            throw cancelled();
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(); // a channel closes when its thread is interrupted
            }
            throw e;
        }
    }

    private boolean isIntact(RemoteFile file) throws IOException {
        if (!has(file)) {
            return false;
        }
        try (DigestingInputStream in = new DigestingInputStream(Files.newInputStream(cached(file)))) {
            Streams.drain(in);
            return in.digest().equals(file.sha256());
        }
    }

    private Fetched bring(RemoteFile file, List<URI> mirrors, Reporter reporter)
            throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            return new Fetched.Missed(List.of());
        }
        Path place = folder.resolve("partial").resolve(file.sha256().hex());
        try (FolderLock lock = lock(place)) {
            Fetched fetched = isIntact(file) ? new Fetched.Got(cached(file)) : bring(file, place, mirrors, reporter);
            if (fetched instanceof Fetched.Got) {
                removeQuietly(place);
            }
            return fetched;
        }
    }

    /// Whoever still waits for the lock in there finds the file in the cache then.
    private static void removeQuietly(Path place) {
        try {
            Files.deleteIfExists(place.resolve("data"));
            Files.deleteIfExists(place.resolve(FolderLock.FILE));
            Files.deleteIfExists(place);
        } catch (IOException e) {
            // an empty folder more is no reason to fail
        }
    }

    /// Waits until nobody else brings the same file.
    private static FolderLock lock(Path place) throws IOException, InterruptedException {
        while (true) {
            Optional<FolderLock> lock = tryLock(place);
            if (lock.isPresent()) {
                return lock.get();
            }
            // A lock that another process holds tells nobody when it is free, and waiting inside of it cannot be
            // cancelled.
            Thread.sleep(WAIT_MILLIS);
        }
    }

    private static Optional<FolderLock> tryLock(Path place) throws IOException {
        try {
            Storage.createFolder(place);
            return FolderLock.tryAcquire(place);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // somebody who had the lock removed the folder just now
        }
    }

    private Fetched bring(RemoteFile file, Path place, List<URI> mirrors, Reporter reporter)
            throws IOException, InterruptedException {
        List<MirrorProblem> problems = new ArrayList<>();
        try (PartialFile partial = PartialFile.open(place.resolve("data"));
                Reporter.Step step = reporter.begin(file.label(), file.size())) {
            Transfer transfer = new Transfer(http, file, partial, step);
            for (URI mirror : mirrors) {
                try {
                    refuseUnreachable(mirror);
                    transfer.from(mirror);
                    partial.publish(cached(file));
                    return new Fetched.Got(cached(file));
                } catch (MirrorException e) {
                    problems.add(noted(e).problem());
                }
            }
        }
        return new Fetched.Missed(problems);
    }

    /// A small file of which no hash is known, from one mirror.
    ///
    /// @throws MirrorException the mirror does not give it, or it has more than `maxBytes`
    public byte[] read(URI mirror, String path, int maxBytes) throws IOException {
        refuseUnreachable(mirror);
        try (Answer answer = http.get(mirror, path, 0)) {
            if (answer.status() != 200) {
                throw answer.status() == 404
                        ? answer.failure(Kind.LACKING, "has no " + path)
                        : answer.failure(Kind.FAULTY, "answers with status " + answer.status() + " for " + path);
            }
            return bytes(answer, maxBytes);
        } catch (MirrorException e) {
            throw noted(e);
        } catch (InterruptedException e) {
            throw cancelled();
        }
    }

    private static byte[] bytes(Answer answer, int maxBytes) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (List<ByteBuffer> chunk = answer.next(); !chunk.isEmpty(); chunk = answer.next()) {
            for (ByteBuffer buffer : chunk) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.write(part);
            }
            if (bytes.size() > maxBytes) {
                throw answer.failure(Kind.FAULTY, "sends far too much");
            }
        }
        return bytes.toByteArray();
    }

    private void refuseUnreachable(URI mirror) throws MirrorException {
        if (unreachable.contains(mirror)) {
            throw new MirrorException(mirror, Kind.UNREACHABLE, "could not be reached before");
        }
    }

    private MirrorException noted(MirrorException e) {
        if (e.problem().kind() == Kind.UNREACHABLE) {
            unreachable.add(e.problem().mirror());
        }
        return e;
    }

    private static CancelledException cancelled() {
        Thread.currentThread().interrupt();
        return new CancelledException();
    }
}
