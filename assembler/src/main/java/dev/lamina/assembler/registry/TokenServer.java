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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server from which a registry wants its users to have a token, for their login or for nothing (distribution's
/// "Token Authentication Specification" and "OAuth2 Token Specification").
final class TokenServer {
    private static final int MAX_ANSWER = 1 << 20;

    /// What a token server that does not say how long its tokens last means.
    private static final long USUAL_SECONDS = 60;

    private static final long YEAR_SECONDS = 365L * 24 * 3600;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;
    private final Endpoint endpoint;
    private final Challenge challenge;
    private final URI realm;

    /// @param endpoint the registry that wants the token
    /// @throws RegistryProblem it does not say from where, or wants it from where others can listen
    TokenServer(Sender sender, Endpoint endpoint, Challenge challenge) throws RegistryProblem {
        this.sender = sender;
        this.endpoint = endpoint;
        this.challenge = challenge;
        this.realm = realm(endpoint, challenge);
    }

    /// @param seconds how long it is good for
    record Token(String text, long seconds) {
        @Override
        public String toString() {
            return "token";
        }
    }

    /// @param scope what is going to be done
    Token token(String scope, Found found) throws RegistryProblem, InterruptedException {
        HttpRequest request = request(scope, found);
        try (Answer answer = sender.send(realm, () -> request)) {
            return token(found, answer);
        } catch (HttpFailure e) {
            throw Sender.problem(realm.getRawAuthority(), e);
        }
    }

    private HttpRequest request(String scope, Found found) {
        Set<String> scopes = scopes(scope);
        List<String> pairs = new ArrayList<>();
        challenge.parameter("service").ifPresent(service -> pairs.add(pair("service", service)));
        return switch (found.credentials().orElse(null)) {
            case Credentials.IdentityToken token -> refresh(token, pairs, scopes);
            case Credentials.Password password -> {
                pairs.add(pair("account", password.user()));
                yield get(pairs, scopes)
                        .header("Authorization", password.basic())
                        .build();
            }
            case null, default -> get(pairs, scopes).build();
        };
    }

    /// What the server wants, and when more is going to be done than this one request, that too.
    private Set<String> scopes(String scope) {
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

    private HttpRequest.Builder get(List<String> pairs, Set<String> scopes) {
        List<String> all = new ArrayList<>(pairs);
        scopes.forEach(scope -> all.add(pair("scope", scope)));
        String query = realm.getRawQuery() == null ? "?" : "&";
        return Http.request(URI.create(realm + query + String.join("&", all)));
    }

    private HttpRequest refresh(Credentials.IdentityToken token, List<String> pairs, Set<String> scopes) {
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

    private Token token(Found found, Answer answer) throws RegistryProblem, HttpFailure, InterruptedException {
        if (answer.status() == 401 || answer.status() == 403) {
            String who = found.credentials()
                    .map(one -> "the " + one + " is not accepted by ")
                    .orElse("nobody is logged in to ");
            String why = found.problem().map(text -> " (" + text + ")").orElse("");
            throw denied(endpoint, "refuses: " + who + realm.getRawAuthority() + why);
        }
        if (answer.status() != 200) {
            throw faulty("gives no token, but status " + answer.status());
        }
        byte[] bytes = answer.bytes(MAX_ANSWER).orElseThrow(() -> faulty("sends far too much instead of a token"));
        try {
            JsonNode json = JSON.readTree(bytes);
            String token = json.path("token").asString(json.path("access_token").asString(""));
            if (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127)) {
                return new Token(token, Math.clamp(json.path("expires_in").asLong(USUAL_SECONDS), 0, YEAR_SECONDS));
            }
        } catch (JacksonException e) {
            // said below
        }
        throw faulty("gives no token");
    }

    private RegistryProblem faulty(String reason) {
        return new RegistryProblem(realm.getRawAuthority(), Kind.FAULTY, reason);
    }

    private static RegistryProblem denied(Endpoint endpoint, String reason) {
        return new RegistryProblem(endpoint.shown(), Kind.DENIED, reason);
    }
}
