package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.assembler.registry.RegistryHttp.Call;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One repository of one registry, or of a mirror, to read from (distribution-spec, "Pull").
final class RemoteRepository {
    static final String ACCEPT = String.join(
            ", ",
            ImageDocument.INDEX,
            ImageDocument.DOCKER_LIST,
            ImageDocument.MANIFEST,
            ImageDocument.DOCKER_MANIFEST);

    private static final String DIGEST = "Docker-Content-Digest";

    /// `<URL>; rel="next"`
    private static final Pattern NEXT = Pattern.compile("\\s*<([^>]*)>\\s*;.*\\brel=\"?next\"?.*");

    private final RegistryHttp http;
    private final Endpoint endpoint;

    RemoteRepository(RegistryHttp http, Endpoint endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    private String scope() {
        return "repository:" + endpoint.repository() + ":pull";
    }

    private Call get(String path) {
        return Call.of("GET", endpoint.at(path), scope());
    }

    /// An index or a manifest.
    ///
    /// @param reference a tag or a digest, which the document then has
    RemoteDocument document(String reference) throws IOException, InterruptedException {
        try (Answer answer = http.send(endpoint, get("manifests/" + reference).with("Accept", ACCEPT))) {
            require(answer);
            byte[] bytes = answer.bytes(ImageDocument.MAX_BYTES)
                    .orElseThrow(() -> faulty("sends a manifest of more than " + ImageDocument.MAX_BYTES + " bytes"));
            Digest digest = Hashing.digest(bytes);
            String wanted = reference.contains(":")
                    ? reference
                    : answer.header(DIGEST).filter(RemoteRepository::isDigest).orElse(digest.toString());
            if (!digest.toString().equals(wanted)) {
                throw faulty("sends a manifest with the digest " + digest + " instead of " + wanted);
            }
            return new RemoteDocument(bytes, digest);
        } catch (HttpFailure e) {
            throw Sender.problem(endpoint.shown(), e);
        }
    }

    /// Other hash functions are not known here; then nothing is compared.
    private static boolean isDigest(String text) {
        return text.matches("sha256:[0-9a-f]{64}");
    }

    private void require(Answer answer) throws RegistryProblem, InterruptedException {
        if (answer.status() == 404) {
            throw new RegistryProblem(endpoint.shown(), Kind.LACKING, "does not have it");
        }
        if (answer.status() != 200) {
            throw RegistryHttp.failed(endpoint, answer);
        }
    }

    private RegistryProblem faulty(String reason) {
        return new RegistryProblem(endpoint.shown(), Kind.FAULTY, reason);
    }

    /// The digest of the document, without the document if the registry tells it so.
    Digest digest(String reference) throws IOException, InterruptedException {
        Call head =
                Call.of("HEAD", endpoint.at("manifests/" + reference), scope()).with("Accept", ACCEPT);
        try (Answer answer = http.send(endpoint, head)) {
            Optional<String> told = answer.header(DIGEST).filter(RemoteRepository::isDigest);
            if (answer.status() == 200 && told.isPresent()) {
                return Digest.parse(told.get());
            }
        }
        return document(reference).digest();
    }

    /// A small blob, verified.
    byte[] blob(Descriptor blob, int maxBytes) throws IOException, InterruptedException {
        if (blob.size() > maxBytes) {
            throw faulty("names a config of " + blob.size() + " bytes");
        }
        try (Answer answer = openBlob(blob.digest(), 0)) {
            require(answer);
            byte[] bytes = answer.bytes((int) blob.size()).orElse(new byte[0]);
            if (!Hashing.digest(bytes).equals(blob.digest())) {
                throw faulty("sends something else than " + blob.digest());
            }
            return bytes;
        } catch (HttpFailure e) {
            throw Sender.problem(endpoint.shown(), e);
        }
    }

    /// @param from the first byte that is wanted; the registry may send all nevertheless
    Answer openBlob(Digest digest, long from) throws RegistryProblem, InterruptedException {
        Call call = get("blobs/" + digest);
        return http.send(endpoint, from > 0 ? call.with("Range", "bytes=" + from + "-") : call);
    }

    Sender sender() {
        return http.sender();
    }

    /// One page of the names of tags, as JSON, and where the next one is.
    record Page(byte[] json, Optional<URI> next) {}

    /// @param page empty for the first
    Page tags(Optional<URI> page) throws IOException, InterruptedException {
        URI address = page.orElseGet(() -> endpoint.at("tags/list?n=1000"));
        try (Answer answer = http.send(endpoint, Call.of("GET", address, scope()))) {
            require(answer);
            byte[] bytes = answer.bytes(ImageDocument.MAX_BYTES).orElseThrow(() -> faulty("sends too many tags"));
            Matcher link = NEXT.matcher(answer.header("Link").orElse(""));
            return new Page(bytes, link.matches() ? Optional.of(next(address, link.group(1))) : Optional.empty());
        } catch (HttpFailure e) {
            throw Sender.problem(endpoint.shown(), e);
        }
    }

    private URI next(URI address, String link) throws RegistryProblem {
        try {
            URI next = address.resolve(link);
            if (endpoint.isSameServer(next)) {
                return next;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw faulty("has its further tags elsewhere");
    }
}
