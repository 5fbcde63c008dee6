package dev.lamina.assembler.registry;

import dev.lamina.assembler.registry.CredentialSource.Found;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.problem.Texts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/// Logs in: by name and password, or by a token of the registry's [TokenServer]. Knows for how long.
final class Access {
    /// Clocks differ, and a request takes its time.
    private static final Duration EARLY = Duration.ofSeconds(5);

    private final Sender sender;
    private final CredentialSource credentials;
    private final InstantSource clock;
    private final ConcurrentMap<Key, Pass> passes = new ConcurrentHashMap<>();

    Access(Sender sender, CredentialSource credentials, InstantSource clock) {
        this.sender = sender;
        this.credentials = credentials;
        this.clock = clock;
    }

    private record Key(URI root, String scope) {}

    /// The value of the header `Authorization`, as long as it is good.
    private record Pass(String header, Instant until) {}

    /// What was good for such a request before.
    Optional<String> known(Endpoint endpoint, String scope) {
        return Optional.ofNullable(passes.get(new Key(endpoint.root(), scope)))
                .filter(pass -> clock.instant().isBefore(pass.until()))
                .map(Pass::header);
    }

    /// Does what the server wants before it answers.
    ///
    /// @param scope what is going to be done, several with blanks between
    /// @return the value of the header `Authorization`
    String obtain(Endpoint endpoint, String scope, List<Challenge> challenges)
            throws RegistryProblem, InterruptedException {
        Pass pass = pass(endpoint, scope, challenges);
        passes.put(new Key(endpoint.root(), scope), pass);
        return pass.header();
    }

    private Pass pass(Endpoint endpoint, String scope, List<Challenge> challenges)
            throws RegistryProblem, InterruptedException {
        for (Challenge challenge : challenges) {
            if (challenge.scheme().equals("bearer")) {
                return bearer(endpoint, scope, challenge);
            }
        }
        if (challenges.stream().anyMatch(challenge -> challenge.scheme().equals("basic"))) {
            return basic(endpoint);
        }
        String offered = challenges.stream().map(Challenge::scheme).collect(Collectors.joining(", "));
        throw denied(
                endpoint,
                offered.isEmpty()
                        ? "wants a login, but does not say of which kind"
                        : "wants a login of a kind that is not known here: " + Texts.shorten(offered));
    }

    private static RegistryProblem denied(Endpoint endpoint, String reason) {
        return new RegistryProblem(endpoint.shown(), Kind.DENIED, reason);
    }

    private Pass basic(Endpoint endpoint) throws RegistryProblem {
        Found found = find(endpoint);
        return switch (found.credentials().orElse(null)) {
            case Credentials.Password password -> new Pass(password.basic(), Instant.MAX);
            case Credentials.RegistryToken token -> new Pass("Bearer " + token.token(), Instant.MAX);
            case Credentials.IdentityToken token ->
                throw denied(endpoint, "wants a name and a password, but only a token is known here");
            case null ->
                throw denied(
                        endpoint,
                        "wants a login"
                                + found.problem().map(text -> " (" + text + ")").orElse(""));
        };
    }

    private Found find(Endpoint endpoint) throws RegistryProblem {
        Found found = credentials.find(endpoint.login());
        if (found.credentials().isPresent() && !endpoint.secretsAllowed()) {
            throw denied(endpoint, "wants a login, which is not sent without encryption");
        }
        return found;
    }

    private Pass bearer(Endpoint endpoint, String scope, Challenge challenge)
            throws RegistryProblem, InterruptedException {
        Found found = find(endpoint);
        if (found.credentials().orElse(null) instanceof Credentials.RegistryToken own) {
            return new Pass("Bearer " + own.token(), Instant.MAX);
        }
        TokenServer.Token token = new TokenServer(sender, endpoint, challenge).token(scope, found);
        return new Pass(
                "Bearer " + token.text(),
                clock.instant().plusSeconds(token.seconds()).minus(EARLY));
    }
}
