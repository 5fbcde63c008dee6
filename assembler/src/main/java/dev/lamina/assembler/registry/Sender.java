package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.Answer;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpFailure;
import dev.lamina.assembler.registry.RegistryProblem.Kind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Sends requests, and sends them again, each time after a longer pause, when the server is overburdened or the
/// connection breaks.
final class Sender {
    static final int ATTEMPTS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /// Whoever wants more patience is told to the user instead.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final Http http;
    private final Pause pause;
    private final InstantSource clock;

    Sender(Http http, Pause pause, InstantSource clock) {
        this.http = http;
        this.pause = pause;
        this.clock = clock;
    }

    /// @param request made anew for each attempt
    Answer send(URI address, Supplier<HttpRequest> request) throws RegistryProblem, InterruptedException {
        return send(address, ATTEMPTS, request);
    }

    /// @param attempts at most so many
    Answer send(URI address, int attempts, Supplier<HttpRequest> request) throws RegistryProblem, InterruptedException {
        String server = address.getRawAuthority();
        for (int attempt = 1; ; attempt++) {
            Duration wait = wait(attempt);
            try {
                Answer answer = http.send(address, request.get());
                if (!PASSING.contains(answer.status())) {
                    return answer;
                }
                answer.close();
                if (attempt == attempts) {
                    throw new RegistryProblem(server, Kind.FAULTY, "answers with status " + answer.status());
                }
                wait = longer(wait, patience(answer), server);
            } catch (HttpFailure e) {
                if (e.kind() != HttpFailure.Kind.BROKEN || attempt == attempts) {
                    throw problem(server, e);
                }
            }
            pause.of(wait);
        }
    }

    static RegistryProblem problem(String server, HttpFailure e) {
        Kind kind = switch (e.kind()) {
            case UNREACHABLE -> Kind.UNREACHABLE;
            case UNSAFE -> Kind.UNSAFE;
            case BROKEN -> Kind.FAULTY;
        };
        return new RegistryProblem(server, kind, e.reason(), e);
    }

    /// Before the attempt after this one.
    static Duration wait(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6));
    }

    void pause(int attempt) throws InterruptedException {
        pause.of(wait(attempt));
    }

    private static Duration longer(Duration usual, Optional<Duration> asked, String server) throws RegistryProblem {
        Duration wait = asked.filter(time -> time.compareTo(usual) > 0).orElse(usual);
        if (wait.compareTo(LONGEST_PAUSE) > 0) {
            throw new RegistryProblem(
                    server, Kind.FAULTY, "is too busy and wants to be asked again in " + wait.toSeconds() + " s");
        }
        return wait;
    }

    /// What `Retry-After` says: seconds, or a time (RFC 9110, section 10.2.3).
    private Optional<Duration> patience(Answer answer) {
        String text = answer.header("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(clock.instant(), then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
