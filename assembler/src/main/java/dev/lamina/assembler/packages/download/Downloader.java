package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.http.PartialFile;
import dev.lamina.assembler.http.PartialPlace;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.packages.download.MirrorProblem.Kind;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files from mirrors, kept in a folder by their hash.
///
/// A file appears there whole or not at all, also when several threads or processes want it at once: one brings it, the
/// others wait for it. A mirror that cannot be reached is not asked again, so use one downloader for one job.
/// All methods end soon after their thread is interrupted, with a [CancelledException].
public final class Downloader {
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
        try (InputStream in = Files.newInputStream(cached(file))) {
            return Hashing.digest(in).equals(file.sha256());
        }
    }

    private Fetched bring(RemoteFile file, List<URI> mirrors, Reporter reporter)
            throws IOException, InterruptedException {
        if (mirrors.isEmpty()) {
            return new Fetched.Missed(List.of());
        }
        Path folderOfPart = folder.resolve("partial").resolve(file.sha256().hex());
        try (PartialPlace place = PartialPlace.hold(folderOfPart)) {
            Fetched fetched =
                    isIntact(file) ? new Fetched.Got(cached(file)) : bring(file, place.data(), mirrors, reporter);
            if (fetched instanceof Fetched.Got) {
                place.removeQuietly();
            }
            return fetched;
        }
    }

    private Fetched bring(RemoteFile file, Path part, List<URI> mirrors, Reporter reporter)
            throws IOException, InterruptedException {
        List<MirrorProblem> problems = new ArrayList<>();
        try (PartialFile partial = PartialFile.open(part);
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
        try (Answer answer = MirrorRequest.get(http, mirror, path, 0)) {
            if (answer.status() != 200) {
                throw answer.status() == 404
                        ? new MirrorException(mirror, Kind.LACKING, "has no " + path)
                        : new MirrorException(
                                mirror, Kind.FAULTY, "answers with status " + answer.status() + " for " + path);
            }
            return answer.bytes(maxBytes)
                    .orElseThrow(() -> new MirrorException(mirror, Kind.FAULTY, "sends far too much"));
        } catch (MirrorException e) {
            throw noted(e);
        } catch (HttpFailure e) {
            throw noted(MirrorException.of(mirror, e));
        } catch (InterruptedException e) {
            throw cancelled();
        }
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
