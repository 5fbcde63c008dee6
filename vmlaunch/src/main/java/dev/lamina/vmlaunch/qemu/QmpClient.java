package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.guest.BoundedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Speaks QMP (QEMU Machine Protocol, `docs/interop/qmp-spec`): one JSON object per line. Answers are told from one
/// another by `id`; events come in between. Whatever is no QMP ends the connection.
final class QmpClient implements AutoCloseable {
    /// For what QEMU does at once.
    static final Duration ANSWER = Duration.ofSeconds(5);

    private static final int MAX_LINE = 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param name e.g. `SHUTDOWN`
    record Event(String name, JsonNode data) {}

    private final InputStream input;
    private final OutputStream output;
    private final Consumer<Event> events;
    private final AtomicLong nextId = new AtomicLong();
    private final Map<String, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> greeting = new CompletableFuture<>();
    private final CompletableFuture<Void> allRead = new CompletableFuture<>();
    private volatile boolean ended;

    /// Starts reading at once.
    ///
    /// @param events called by the reading thread; must not wait for an answer there
    QmpClient(InputStream input, OutputStream output, Consumer<Event> events) {
        this.input = input;
        this.output = output;
        this.events = events;
        Thread.ofVirtual().name("qmp").start(this::readAll);
    }

    /// Waits for the greeting and leaves the negotiation mode.
    void negotiate(Duration timeout) throws IOException {
        await(greeting, "greeting", timeout);
        execute("qmp_capabilities", Map.of(), timeout);
    }

    JsonNode execute(String command) throws IOException {
        return execute(command, Map.of());
    }

    /// For commands that QEMU answers at once.
    JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
        return execute(command, arguments, ANSWER);
    }

    /// @param arguments texts, numbers, booleans, lists and maps
    /// @return the value of `return`
    /// @throws QmpException QEMU answered with an error
    /// @throws IOException no answer in time, or the connection ended
    JsonNode execute(String command, Map<String, ?> arguments, Duration timeout) throws IOException {
        String id = "lamina-" + nextId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        pending.put(id, answer);
        try {
            send(command, arguments, id);
            if (ended) {
                throw new IOException("QEMU has ended");
            }
            JsonNode message = await(answer, command, timeout);
            if (message.has("error")) {
                throw new QmpException(
                        command,
                        message.path("error").path("class").asString(""),
                        message.path("error").path("desc").asString(""));
            }
            return message.path("return");
        } finally {
            pending.remove(id);
        }
    }

    private void send(String command, Map<String, ?> arguments, String id) throws IOException {
        ObjectNode message = JSON.createObjectNode().put("execute", command).put("id", id);
        if (!arguments.isEmpty()) {
            message.set("arguments", JSON.valueToTree(arguments));
        }
        synchronized (output) {
            output.write((message + "\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
        }
    }

    private static JsonNode await(CompletableFuture<JsonNode> future, String what, Duration timeout)
            throws IOException {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("QEMU did not answer '" + what + "' within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException("QEMU did not answer '" + what + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while QEMU answered '" + what + "'", e);
        }
    }

    private void readAll() {
        IOException reason = new IOException("QEMU closed the connection");
        try {
            BoundedLines lines = new BoundedLines(input, MAX_LINE);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                receive(JSON.readTree(line.get()));
            }
        } catch (JacksonException e) {
            reason = new IOException("this is no QMP", e);
        } catch (IOException e) {
            reason = e;
        } finally {
            failAll(reason);
            allRead.complete(null);
        }
    }

    /// Completes when the connection has ended and its last event was handed on.
    CompletableFuture<Void> onEnd() {
        return allRead.copy();
    }

    private void receive(JsonNode message) {
        if (message.has("QMP")) {
            greeting.complete(message.path("QMP"));
        } else if (message.has("event")) {
            events.accept(new Event(message.path("event").asString(""), message.path("data")));
        } else {
            CompletableFuture<JsonNode> answer = pending.get(message.path("id").asString(""));
            if (answer != null) {
                answer.complete(message);
            }
        }
    }

    private void failAll(IOException reason) {
        ended = true;
        greeting.completeExceptionally(reason);
        pending.values().forEach(answer -> answer.completeExceptionally(reason));
    }

    @Override
    public void close() {
        try (input;
                output) {
            ended = true;
        } catch (IOException e) {
            failAll(e);
        }
    }
}
