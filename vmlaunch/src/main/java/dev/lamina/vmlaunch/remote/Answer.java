package dev.lamina.vmlaunch.remote;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.Printed;
import dev.lamina.vmlaunch.Snapshot;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came of a request, as a line of JSON: what was asked for, or why not.
final class Answer {
    /// Of a line, in bytes: what a component printed, at most 4 MiB, where each byte may need six.
    static final int LONGEST = 32 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode object;

    private Answer(JsonNode object) {
        this.object = object;
    }

    private static ObjectNode begin() {
        return JSON.createObjectNode().put("v", Request.VERSION);
    }

    static Answer done() {
        return new Answer(begin());
    }

    static Answer text(String text) {
        return new Answer(begin().put("text", text));
    }

    static Answer truth(boolean truth) {
        return new Answer(begin().put("truth", truth));
    }

    static Answer of(ExecResult result) {
        return new Answer(begin().put("code", result.exitCode())
                .put(
                        "bytes",
                        Base64.getEncoder().encodeToString(result.printed().bytes()))
                .put("truncated", result.truncated()));
    }

    static Answer of(List<Snapshot> snapshots) {
        ObjectNode object = begin();
        ArrayNode list = object.putArray("snapshots");
        snapshots.forEach(snapshot -> list.addObject()
                .put("name", snapshot.name())
                .put("made", snapshot.made().toString())
                .put("bytes", snapshot.bytes()));
        return new Answer(object);
    }

    static Answer of(LaminaException problem) {
        ObjectNode object = begin().put("error", problem.kind().name().toLowerCase(Locale.ROOT))
                .put("message", String.valueOf(problem.getMessage()));
        problem.hint().ifPresent(hint -> object.put("hint", hint));
        if (problem instanceof GuestControlException refused) {
            object.put("request", refused.request());
        }
        return new Answer(object);
    }

    String line() {
        return object + "\n";
    }

    /// @throws LaminaException the request failed, as it would have failed here
    static Answer parse(String line) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object.has("error")) {
                throw problem(object);
            }
            return new Answer(object);
        } catch (JacksonException e) {
            throw nonsense(e);
        }
    }

    private static LaminaException problem(JsonNode object) {
        String message = object.path("message").asString("");
        @Nullable String hint = object.has("hint") ? object.path("hint").asString("") : null;
        if (object.has("request")) {
            return GuestControlException.told(object.path("request").asString(""), message, hint);
        }
        return switch (object.path("error").asString("")) {
            case "input", "usage" -> new InputException(message, hint);
            case "environment" -> new EnvironmentException(message, hint);
            default -> new ExternalException(message, hint);
        };
    }

    String text() {
        return object.path("text").asString("");
    }

    boolean truth() {
        return object.path("truth").asBoolean(false);
    }

    ExecResult result() {
        return new ExecResult(
                object.path("code").asInt(0),
                Printed.of(bytes()),
                object.path("truncated").asBoolean(false));
    }

    private byte[] bytes() {
        try {
            return Base64.getDecoder().decode(object.path("bytes").asString(""));
        } catch (IllegalArgumentException e) {
            throw nonsense(e);
        }
    }

    private static ExternalException nonsense(Exception e) {
        return new ExternalException("the process of the machine answers nonsense", null, e);
    }

    List<Snapshot> snapshots() {
        List<Snapshot> list = new ArrayList<>();
        object.path("snapshots")
                .forEach(entry -> made(entry)
                        .ifPresent(made -> list.add(new Snapshot(
                                entry.path("name").asString(""),
                                made,
                                entry.path("bytes").asLong(0)))));
        return List.copyOf(list);
    }

    private static Optional<Instant> made(JsonNode entry) {
        try {
            return Optional.of(Instant.parse(entry.path("made").asString("")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
