package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.registry.RegistryHttp.Call;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// One repository of one registry, to write to (distribution-spec, "Push").
final class RemoteTarget {
    private static final String BINARY = "application/octet-stream";

    /// Proxies before registries may not let more pass at once.
    private static final long CHUNK = 8 << 20;

    /// Statuses by which registries say that they want a blob in pieces.
    private static final Set<Integer> TOO_MUCH = Set.of(404, 405, 411, 413, 501);
    /// Statuses by which they say that they do not know of the upload any more, or of all of it: it begins
    /// anew.
    private static final Set<Integer> LOST = Set.of(404, 416);

    private final RegistryHttp http;
    private final Endpoint endpoint;

    RemoteTarget(RegistryHttp http, Endpoint endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    private String scope() {
        return "repository:" + endpoint.repository() + ":pull,push";
    }

    boolean hasBlob(Digest digest) throws RegistryProblem, InterruptedException {
        return has("blobs/" + digest);
    }

    boolean hasDocument(Digest digest) throws RegistryProblem, InterruptedException {
        return has("manifests/" + digest);
    }

    private boolean has(String path) throws RegistryProblem, InterruptedException {
        Call head = Call.of("HEAD", endpoint.at(path), scope());
        try (Answer answer = http.send(endpoint, path.startsWith("manifests/") ? accepting(head) : head)) {
            return answer.status() == 200;
        }
    }

    private static Call accepting(Call call) {
        return call.with("Accept", RemoteRepository.ACCEPT);
    }

    /// Has the registry take the blob from another repository of its own, if it can.
    boolean mount(Digest digest, String from) throws RegistryProblem, InterruptedException {
        Call mount = Call.of(
                "POST",
                endpoint.at("blobs/uploads/?mount=" + digest + "&from=" + from),
                scope() + " repository:" + from + ":pull");
        try (Answer answer = http.send(endpoint, mount)) {
            if (answer.status() == 202) {
                cancel(RegistryHttp.next(endpoint.root(), answer));
            }
            return answer.status() == 201;
        }
    }

    /// An upload that was begun and is not needed keeps space there.
    private void cancel(URI upload) throws InterruptedException {
        try (Answer answer =
                http.send(endpoint, Call.of("DELETE", upload, scope()).once())) {
            // it will end by itself some day, too
        } catch (RegistryProblem e) {
            // as above
        }
    }

    /// Sends a blob in one piece, or in several when the registry does not take it in one; and again when the
    /// connection breaks or the registry fails, but not when it refuses.
    void upload(Upload blob, Reporter.Step step) throws IOException, InterruptedException {
        AtomicLong furthest = new AtomicLong();
        for (int attempt = 1; ; attempt++) {
            try {
                uploadOnce(blob, step, furthest);
                return;
            } catch (RegistryProblem e) {
                if (e.kind() != Kind.FAULTY || attempt == Sender.ATTEMPTS) {
                    throw e;
                }
                http.sender().pause(attempt);
            }
        }
    }

    private void uploadOnce(Upload blob, Reporter.Step step, AtomicLong furthest)
            throws RegistryProblem, InterruptedException {
        URI begun = begin();
        Call put = Call.of("PUT", closing(begun, blob.digest()), scope())
                .sending(() -> blob.body(0, blob.size(), step, furthest), BINARY)
                .once();
        try (Answer answer = http.send(endpoint, put)) {
            if (answer.status() == 201) {
                return;
            }
            if (!TOO_MUCH.contains(answer.status()) || blob.size() <= CHUNK) {
                throw notTaken(answer);
            }
        }
        uploadInPieces(blob, step, furthest);
    }

    private void uploadInPieces(Upload blob, Reporter.Step step, AtomicLong furthest)
            throws RegistryProblem, InterruptedException {
        URI at = begin();
        for (long from = 0; from < blob.size(); from += CHUNK) {
            long start = from;
            long length = Math.min(CHUNK, blob.size() - from);
            Call patch = Call.of("PATCH", at, scope())
                    .with("Content-Range", from + "-" + (from + length - 1))
                    .sending(() -> blob.body(start, length, step, furthest), BINARY)
                    .once();
            try (Answer answer = http.send(endpoint, patch)) {
                if (answer.status() != 202) {
                    throw notTaken(answer);
                }
                at = RegistryHttp.next(at, answer);
            }
        }
        try (Answer answer = http.send(
                endpoint, Call.of("PUT", closing(at, blob.digest()), scope()).once())) {
            if (answer.status() != 201) {
                throw notTaken(answer);
            }
        }
    }

    private RegistryProblem notTaken(Answer answer) throws InterruptedException {
        return LOST.contains(answer.status())
                ? RegistryHttp.failed(endpoint, answer, Kind.FAULTY)
                : RegistryHttp.failed(endpoint, answer);
    }

    private URI begin() throws RegistryProblem, InterruptedException {
        try (Answer answer = http.send(endpoint, Call.of("POST", endpoint.at("blobs/uploads/"), scope()))) {
            if (answer.status() != 202) {
                throw RegistryHttp.failed(endpoint, answer);
            }
            return RegistryHttp.next(endpoint.at("blobs/uploads/"), answer);
        }
    }

    private static URI closing(URI upload, Digest digest) {
        return URI.create(upload + (upload.getRawQuery() == null ? "?" : "&") + "digest=" + digest);
    }

    /// @param reference a tag, or its digest
    void putDocument(String reference, byte[] document, String mediaType) throws RegistryProblem, InterruptedException {
        Call put = Call.of("PUT", endpoint.at("manifests/" + reference), scope())
                .sending(() -> BodyPublishers.ofByteArray(document), mediaType);
        try (Answer answer = http.send(endpoint, put)) {
            if (answer.status() != 201 && answer.status() != 200) {
                throw RegistryHttp.failed(endpoint, answer);
            }
        }
    }
}
