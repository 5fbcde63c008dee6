package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Finds out whom to ask for an image, and how: registries encrypt, but on the loopback address, where one that
/// does not is found by trying, and where the user allows it.
final class Endpoints {
    private final Http probe;
    private final RegistryMirrors mirrors;
    private final Set<String> plainHttp;
    private final ConcurrentMap<String, URI> roots = new ConcurrentHashMap<>();

    /// @param probe with little patience
    Endpoints(Http probe, RegistryMirrors mirrors, Set<String> plainHttp) {
        this.probe = probe;
        this.mirrors = mirrors;
        this.plainHttp = plainHttp;
    }

    /// The mirrors that may be of use, and at last the registry itself.
    List<Endpoint> all(RegistryName name, Set<Endpoint> useless) throws InterruptedException {
        List<Endpoint> all = new ArrayList<>();
        for (URI mirror : mirrors.of(name.registry())) {
            all.add(mirror(mirror, name));
        }
        all.removeAll(useless);
        all.add(registry(name));
        return all;
    }

    private Endpoint mirror(URI mirror, RegistryName name) {
        URI root = URI.create(mirror.getScheme() + "://" + mirror.getRawAuthority());
        String path = String.valueOf(mirror.getRawPath()).replaceAll("^/+|/+$", "");
        boolean secrets = !Endpoint.isPlain(root) || Endpoint.isLoopback(root) || isPlainAllowed(root);
        String repository = path.isEmpty() ? name.repository() : path + "/" + name.repository();
        return new Endpoint(root, repository, mirror.getRawAuthority(), secrets);
    }

    /// The registry itself, whatever mirrors it has.
    Endpoint registry(RegistryName name) throws InterruptedException {
        return new Endpoint(root(name.host()), name.repository(), name.registry(), true);
    }

    private boolean isPlainAllowed(URI root) {
        return plainHttp.contains(root.getRawAuthority());
    }

    private URI root(String host) throws InterruptedException {
        URI known = roots.get(host);
        if (known != null) {
            return known;
        }
        URI encrypted = URI.create("https://" + host);
        URI plain = URI.create("http://" + host);
        boolean isPlain = isPlainAllowed(encrypted) || (Endpoint.isLoopback(encrypted) && !speaksTls(encrypted));
        URI root = isPlain ? plain : encrypted;
        roots.put(host, root);
        return root;
    }

    /// Whether whoever is there encrypts; also when there is nobody.
    private boolean speaksTls(URI root) throws InterruptedException {
        try (Answer answer = probe.send(root, Http.request(root.resolve("/v2/")).build())) {
            return true;
        } catch (HttpFailure e) {
            return switch (e.kind()) {
                case UNREACHABLE -> !e.reason().equals("does not answer");
                case UNSAFE -> isAboutCertificate(e);
                case BROKEN -> false;
            };
        }
    }

    private static boolean isAboutCertificate(@Nullable Throwable e) {
        return e != null && (e instanceof CertificateException || isAboutCertificate(e.getCause()));
    }
}
