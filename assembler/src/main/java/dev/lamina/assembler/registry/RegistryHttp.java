package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import dev.lamina.model.problem.Texts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to registries: logs in when they ask for it, and goes where they point, but takes the login to no other
/// server.
final class RegistryHttp {
    private static final int MOST_HOPS = 10;
    private static final int MAX_ERROR = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;
    private final Access access;

    RegistryHttp(Sender sender, Access access) {
        this.sender = sender;
        this.access = access;
    }

    /// A request, before anybody logged in.
    ///
    /// @param body made anew whenever the request is sent again
    /// @param scope what it takes to be allowed, e.g. `repository:team/web:pull`
    /// @param repeatable whether it may be sent again when nobody knows what became of it
    record Call(
            String method,
            URI address,
            Map<String, String> headers,
            Supplier<BodyPublisher> body,
            String scope,
            boolean repeatable) {
        static Call of(String method, URI address, String scope) {
            return new Call(method, address, Map.of(), BodyPublishers::noBody, scope, true);
        }

        /// As it is, but sent once.
        Call once() {
            return new Call(method, address, headers, body, scope, false);
        }

        Call with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Call(method, address, more, body, scope, repeatable);
        }

        Call sending(Supplier<BodyPublisher> content, String type) {
            return new Call(method, address, headers, content, scope, repeatable).with("Content-Type", type);
        }

        boolean mayMove(int status) {
            boolean asks = method.equals("GET") || method.equals("HEAD");
            return switch (status) {
                case 301, 302, 303 -> asks;
                case 307, 308 -> true;
                default -> false;
            };
        }
    }

    Sender sender() {
        return sender;
    }

    /// @return any answer but one that asks for a login, refuses, or points elsewhere. Close it
    Answer send(Endpoint endpoint, Call call) throws RegistryProblem, InterruptedException {
        Optional<String> pass = access.known(endpoint, call.scope());
        URI address = call.address();
        boolean renewed = false;
        for (int hop = 0; hop < MOST_HOPS; ) {
            boolean home = endpoint.isSameServer(address);
            Answer answer = send(call, address, home ? pass : Optional.empty());
            if (answer.status() == 401 && home && !renewed) {
                answer.close();
                renewed = true;
                pass = Optional.of(access.obtain(
                        endpoint, call.scope(), Challenge.parse(answer.headers().allValues("WWW-Authenticate"))));
            } else if (home && (answer.status() == 401 || answer.status() == 403)) {
                throw denied(endpoint, answer);
            } else if (call.mayMove(answer.status())) {
                answer.close();
                address = next(address, answer);
                hop++;
            } else {
                return answer;
            }
        }
        throw new RegistryProblem(endpoint.shown(), Kind.FAULTY, "points from one address to the next without end");
    }

    private Answer send(Call call, URI address, Optional<String> pass) throws RegistryProblem, InterruptedException {
        return sender.send(address, call.repeatable() ? Sender.ATTEMPTS : 1, () -> {
            HttpRequest.Builder request =
                    Http.request(address).method(call.method(), call.body().get());
            call.headers().forEach(request::header);
            pass.ifPresent(header -> request.header("Authorization", header));
            return request.build();
        });
    }

    /// Where the answer points to.
    static URI next(URI address, Answer answer) throws RegistryProblem {
        String server = address.getRawAuthority();
        String location = answer.header("Location").orElse("");
        try {
            URI next = address.resolve(location);
            boolean http = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
            if (!location.isEmpty() && http && next.getHost() != null && next.getUserInfo() == null) {
                if (Endpoint.isPlain(next) && !Endpoint.isPlain(address)) {
                    throw new RegistryProblem(
                            server, Kind.FAULTY, "points to " + next.getRawAuthority() + " without encryption");
                }
                return next;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new RegistryProblem(server, Kind.FAULTY, "points to no address: " + Texts.quote(location));
    }

    private static RegistryProblem denied(Endpoint endpoint, Answer answer) throws InterruptedException {
        return new RegistryProblem(endpoint.shown(), Kind.DENIED, "refuses access" + said(answer));
    }

    /// The status, and what the registry says to it, for messages.
    static RegistryProblem failed(Endpoint endpoint, Answer answer) throws InterruptedException {
        return failed(endpoint, answer, isFinal(answer.status()) ? Kind.REFUSED : Kind.FAULTY);
    }

    /// As [#failed(Endpoint, Answer)], for those who know better what the status means here.
    static RegistryProblem failed(Endpoint endpoint, Answer answer, Kind kind) throws InterruptedException {
        return new RegistryProblem(endpoint.shown(), kind, "answers with status " + answer.status() + said(answer));
    }

    /// The request is what is wrong, and not the moment: too slow and too often are the moment.
    private static boolean isFinal(int status) {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    /// The first of the errors in the body (distribution-spec, "Error Codes").
    private static String said(Answer answer) throws InterruptedException {
        try (answer) {
            JsonNode error = JSON.readTree(answer.bytes(MAX_ERROR).orElse(new byte[0]))
                    .path("errors")
                    .path(0);
            String text = error.path("message").asString(error.path("code").asString(""));
            return text.isEmpty() ? "" : " (" + Texts.shorten(text) + ")";
        } catch (HttpFailure | JacksonException e) {
            return "";
        }
    }
}
