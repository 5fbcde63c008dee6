package dev.lamina.assembler.http;

import dev.lamina.assembler.io.Lazy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Sends requests by HTTP. Every wait has an end and can be interrupted.
public final class Http {
    /// Bytes a second: who takes less does not take anything for long enough.
    private static final long SLOWEST = 16 * 1024;

    private final HttpSettings settings;
    /// Making it takes a tenth of a second, for all the certificates that Java trusts; most jobs send
    /// nothing.
    private final Lazy<HttpClient> client;

    /// Follows redirections, and trusts whom Java trusts.
    public Http(HttpSettings settings) {
        this(settings, HttpClient.Redirect.NORMAL, Optional.empty());
    }

    /// @param trust whose certificates to believe; empty for Java's own choice
    public Http(HttpSettings settings, HttpClient.Redirect redirect, Optional<SSLContext> trust) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // all speak it, and with proxies it makes the least trouble
                .followRedirects(redirect)
                .connectTimeout(settings.connect())
                .proxy(settings.proxies());
        trust.ifPresent(builder::sslContext);
        this.client = new Lazy<>(builder::build);
    }

    /// A request to be completed and sent.
    public static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("User-Agent", "lamina");
    }

    /// Sends the request and waits for the head of the answer.
    ///
    /// @param server what failures name
    public Answer send(URI server, HttpRequest request) throws HttpFailure, InterruptedException {
        // the client's own time-out would also count the time that a body takes
        CompletableFuture<HttpResponse<Body>> response =
                client.get().sendAsync(request, head -> new Body(settings.stall()));
        try {
            return Answer.of(server, response.get(patience(request), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw HttpFailure.of(server, new HttpTimeoutException("no answer"));
        } catch (ExecutionException e) {
            throw HttpFailure.of(server, e.getCause());
        } finally {
            response.cancel(true); // does nothing to one that is complete
        }
    }

    /// What is sent takes its time.
    private long patience(HttpRequest request) {
        long bytes = request.bodyPublisher()
                .map(HttpRequest.BodyPublisher::contentLength)
                .filter(length -> length > 0)
                .orElse(0L);
        return settings.connect().plus(settings.answer()).toMillis() + bytes * 1000 / SLOWEST;
    }
}
