package dev.lamina.assembler.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer, chunk by chunk. Unlike an input stream of the client's, it does not wait for ever for
/// the next one, and waiting can be interrupted.
public final class Body implements HttpResponse.BodySubscriber<Body>, AutoCloseable {
    private final Duration stall;

    /// So many chunks, of 16 KiB as a rule, may come while the one before is worked on.
    private static final int AHEAD = 32;

    /// Holds so many at most, and then there is the end.
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    /// Whoever has the head of the answer takes chunks. Before, only one is asked for: were all of a short body to come
    /// and the connection to break then, the client would give nobody the answer.
    private boolean begun;

    public Body(Duration stall) {
        this.stall = stall;
    }

    private sealed interface Signal {
        record Chunk(List<ByteBuffer> buffers) implements Signal {}

        record End() implements Signal {}

        record Failure(Throwable cause) implements Signal {}
    }

    /// The next bytes; an empty list at the end.
    public List<ByteBuffer> next() throws IOException, InterruptedException {
        if (!begun) {
            begun = true;
            request(AHEAD - 1);
        }
        Signal signal = signals.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
        return switch (signal) {
            case null -> throw new HttpTimeoutException("nothing came for " + stall.toSeconds() + " s");
            case Signal.Chunk chunk -> {
                request(1);
                yield chunk.buffers();
            }
            case Signal.End end -> List.of();
            case Signal.Failure failure -> throw new IOException(failure.cause().getMessage(), failure.cause());
        };
    }

    private synchronized void request(int chunks) {
        if (subscription != null) {
            subscription.request(chunks);
        }
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (closed) {
            newSubscription.cancel();
        } else {
            newSubscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (buffers.isEmpty()) {
            request(1); // an empty list means the end to those who take
        } else {
            signals.add(new Signal.Chunk(buffers));
        }
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Failure(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }

    /// Gives the connection back, or ends it when there is more to come.
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
