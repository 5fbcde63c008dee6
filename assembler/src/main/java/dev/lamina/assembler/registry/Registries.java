package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/// All registries, as they are reached from here: each has its mirrors asked first, and is asked itself when
/// they do not have what is wanted. One that cannot be reached is not asked again, so use one object for one
/// job.
public final class Registries implements RemoteNames {
    private static final Duration PROBE = Duration.ofSeconds(3);

    private final Endpoints endpoints;
    private final RegistryHttp http;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    public Registries(RegistrySettings settings) {
        HttpSettings usual = settings.http();
        HttpSettings hasty = new HttpSettings(PROBE, PROBE, PROBE, usual.proxies());
        Optional<SSLContext> trust = Trust.with(settings.certificates());
        Http patient = new Http(usual, HttpClient.Redirect.NEVER, trust);
        Http probe = new Http(hasty, HttpClient.Redirect.NEVER, trust);
        Sender sender = new Sender(patient, settings.pause(), settings.clock());
        this.endpoints = new Endpoints(probe, settings.mirrors(), settings.plainHttp());
        this.http = new RegistryHttp(sender, new Access(sender, settings.credentials(), settings.clock()));
    }

    /// Something that one registry or mirror may answer.
    @FunctionalInterface
    interface Question<T> {
        T ask(RemoteRepository repository) throws IOException, InterruptedException;
    }

    /// Asks the mirrors, then the registry itself, until one answers.
    <T> T first(RegistryName name, Question<T> question) throws IOException, InterruptedException {
        return first(name, new HashSet<>(), question);
    }

    /// @param useless mirrors that did not answer something before, and so are not asked; gets those that do not now
    <T> T first(RegistryName name, Set<Endpoint> useless, Question<T> question)
            throws IOException, InterruptedException {
        List<RegistryProblem> problems = new ArrayList<>();
        for (Endpoint endpoint : endpoints.all(name, useless)) {
            try {
                refuseUnreachable(endpoint);
                return question.ask(new RemoteRepository(http, endpoint));
            } catch (RegistryProblem e) {
                if (e.kind() == Kind.UNREACHABLE) {
                    unreachable.add(e.server());
                }
                problems.add(e);
                useless.add(endpoint);
            }
        }
        throw RegistryFailures.of(name, problems);
    }

    /// The registry itself, to write to.
    RemoteTarget target(RegistryName name) throws InterruptedException {
        return new RemoteTarget(http, endpoints.registry(name));
    }

    /// Something that one registry takes.
    @FunctionalInterface
    interface Delivery<T> {
        T to(RemoteTarget target) throws IOException, InterruptedException;
    }

    /// Sends something to the registry itself; the user may stop it at any time.
    <T> T sending(RegistryName name, Delivery<T> delivery, Reporter reporter) throws IOException {
        return cancellable(
                () -> {
                    try {
                        return delivery.to(target(name));
                    } catch (RegistryProblem e) {
                        throw RegistryFailures.ofPush(name, e);
                    }
                },
                reporter);
    }

    Endpoint endpoint(RegistryName name) throws InterruptedException {
        return endpoints.registry(name);
    }

    private void refuseUnreachable(Endpoint endpoint) throws RegistryProblem {
        if (unreachable.contains(endpoint.shown())) {
            throw new RegistryProblem(endpoint.shown(), Kind.UNREACHABLE, "could not be reached before");
        }
    }

    @Override
    public Digest digest(ImageRef ref, Reporter reporter) throws IOException {
        RegistryName name = RegistryName.of(ref);
        return cancellable(() -> first(name, repository -> repository.digest(name.reference())), reporter);
    }

    @Override
    public List<String> tags(ImageRef ref, Reporter reporter) throws IOException {
        RegistryName name = RegistryName.of(ref);
        return cancellable(() -> first(name, repository -> new TagList(repository).all()), reporter);
    }

    /// Work that waits for others, and ends soon when the user does not want it any more.
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    static <T> T cancellable(Work<T> work, Reporter reporter) throws IOException {
        return new CancellableTasks(1)
                .call(
                        () -> {
                            try {
                                return work.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new CancelledException();
                            }
                        },
                        reporter);
    }
}
