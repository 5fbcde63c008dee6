package dev.lamina.assembler.packages.download;

import dev.lamina.assembler.packages.download.MirrorProblem.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Asks mirrors by HTTP. Every wait has an end and can be interrupted.
final class Http {
    private final HttpSettings settings;
    private final HttpClient client;

    Http(HttpSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // mirrors speak it, and with proxies it makes the least trouble
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(settings.connect())
                .proxy(settings.proxies())
                .build();
    }

    /// Asks for a file from byte `from` on; the server may send all of it nevertheless.
    Answer get(URI mirror, String path, long from) throws MirrorException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(mirror, path)).header("User-Agent", "lamina");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        // the client's own time-out would also count the time that a body takes
        CompletableFuture<HttpResponse<Body>> response =
                client.sendAsync(request.build(), head -> new Body(settings.stall()));
        try {
            long wait = settings.connect().plus(settings.answer()).toMillis();
            return Answer.of(mirror, response.get(wait, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw failure(mirror, new HttpTimeoutException("no answer"));
        } catch (ExecutionException e) {
            throw failure(mirror, e.getCause());
        } finally {
            response.cancel(true); // does nothing to one that is complete
        }
    }

    private static URI at(URI mirror, String path) {
        String root = mirror.toString();
        return URI.create(root.endsWith("/") ? root + path : root + "/" + path);
    }

    /// What happened, in plain words.
    static MirrorException failure(URI mirror, @Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException e -> new MirrorException(mirror, Kind.UNREACHABLE, "cannot be reached");
            case HttpTimeoutException e -> new MirrorException(mirror, Kind.UNREACHABLE, "does not answer");
            case SSLException e ->
                new MirrorException(mirror, Kind.UNREACHABLE, "cannot be talked to safely (" + e.getMessage() + ")");
            case ConnectException e
            when isUnresolved(e) -> new MirrorException(mirror, Kind.UNREACHABLE, "is not known to the network");
            case ConnectException e -> new MirrorException(mirror, Kind.UNREACHABLE, "cannot be reached");
            case IOException e -> new MirrorException(mirror, Kind.FAULTY, "broke off");
            case null, default -> new MirrorException(mirror, Kind.FAULTY, "failed (" + cause + ")");
        };
    }

    private static boolean isUnresolved(Throwable e) {
        return e.getCause() instanceof UnresolvedAddressException
                || (e.getCause() != null && isUnresolved(e.getCause()));
    }
}
