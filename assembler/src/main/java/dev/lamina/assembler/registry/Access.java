package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.registry.CredentialSource.Found;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.problem.Texts;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Logs in: by name and password, or by a token that another server gives for them, or for nothing
/// (distribution's "Token Authentication Specification" and "OAuth2 Token Specification").
final class Access {
    private static final int MAX_ANSWER = 1 << 20;

    /// What a token server that does not say how long its tokens last means.
    private static final long USUAL_SECONDS = 60;

    /// Clocks differ, and a request takes its time.
    private static final Duration EARLY = Duration.ofSeconds(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        if (found.credentials().orElse(null) instanceof Credentials.RegistryToken token) {
            return new Pass("Bearer " + token.token(), Instant.MAX);
        }
        URI realm = realm(endpoint, challenge);
        List<String> pairs = new ArrayList<>();
        challenge.parameter("service").ifPresent(service -> pairs.add(pair("service", service)));
        HttpRequest request = switch (found.credentials().orElse(null)) {
            case Credentials.IdentityToken token -> refresh(realm, token, pairs, scopes(scope, challenge));
            case Credentials.Password password -> {
                pairs.add(pair("account", password.user()));
                yield get(realm, pairs, scopes(scope, challenge))
                        .header("Authorization", password.basic())
                        .build();
            }
            case null, default -> get(realm, pairs, scopes(scope, challenge)).build();
        };
        try (Answer answer = sender.send(realm, () -> request)) {
            return token(endpoint, realm, found, answer);
        } catch (HttpFailure e) {
            throw Sender.problem(realm.getRawAuthority(), e);
        }
    }

    /// What the server wants, and when more is going to be done than this one request, that too.
    private static Set<String> scopes(String scope, Challenge challenge) {
        Set<String> scopes = new LinkedHashSet<>(
                List.of(challenge.parameter("scope").orElse(scope).strip().split("\\s+")));
        if (scope.contains(" ")) {
            scopes.addAll(List.of(scope.split(" ")));
        }
        return scopes;
    }

    /// Where to get the token: only a server that nobody can listen to may be told a secret, or tell one.
    private static URI realm(Endpoint endpoint, Challenge challenge) throws RegistryProblem {
        String text = challenge.parameter("realm").orElse("");
        try {
            URI realm = URI.create(text);
            boolean http = "https".equals(realm.getScheme()) || "http".equals(realm.getScheme());
            if (http && realm.getHost() != null && realm.getUserInfo() == null) {
                boolean allowed = !Endpoint.isPlain(realm)
                        || Endpoint.isLoopback(realm)
                        || (endpoint.secretsAllowed() && endpoint.isSameServer(realm));
                if (allowed) {
                    return realm;
                }
                throw denied(endpoint, "wants a token from " + realm.getRawAuthority() + " without encryption");
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw denied(endpoint, "wants a token, but does not say rightly from where: " + Texts.quote(text));
    }

    private static HttpRequest.Builder get(URI realm, List<String> pairs, Set<String> scopes) {
        List<String> all = new ArrayList<>(pairs);
        scopes.forEach(scope -> all.add(pair("scope", scope)));
        String query = realm.getRawQuery() == null ? "?" : "&";
        return Http.request(URI.create(realm + query + String.join("&", all)));
    }

    private static HttpRequest refresh(
            URI realm, Credentials.IdentityToken token, List<String> pairs, Set<String> scopes) {
        List<String> all = new ArrayList<>(pairs);
        all.add(pair("grant_type", "refresh_token"));
        all.add(pair("client_id", "lamina"));
        all.add(pair("scope", String.join(" ", scopes)));
        all.add(pair("refresh_token", token.token()));
        return Http.request(realm)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", all)))
                .build();
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Pass token(Endpoint endpoint, URI realm, Found found, Answer answer)
            throws RegistryProblem, HttpFailure, InterruptedException {
        if (answer.status() == 401 || answer.status() == 403) {
            String who = found.credentials()
                    .map(one -> "the " + one + " is not accepted by ")
                    .orElse("nobody is logged in to ");
            throw denied(
                    endpoint,
                    "refuses: " + who + realm.getRawAuthority()
                            + found.problem().map(text -> " (" + text + ")").orElse(""));
        }
        String server = realm.getRawAuthority();
        if (answer.status() != 200) {
            throw new RegistryProblem(server, Kind.FAULTY, "gives no token, but status " + answer.status());
        }
        byte[] bytes = answer.bytes(MAX_ANSWER)
                .orElseThrow(() -> new RegistryProblem(server, Kind.FAULTY, "sends far too much instead of a token"));
        try {
            JsonNode json = JSON.readTree(bytes);
            String token = json.path("token").asString(json.path("access_token").asString(""));
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127)) {
                long seconds = Math.clamp(json.path("expires_in").asLong(USUAL_SECONDS), 0, 365L * 24 * 3600);
                return new Pass(
                        "Bearer " + token, clock.instant().plusSeconds(seconds).minus(EARLY));
            }
        } catch (JacksonException e) {
            // said below
        }
        throw new RegistryProblem(server, Kind.FAULTY, "gives no token");
    }
}
