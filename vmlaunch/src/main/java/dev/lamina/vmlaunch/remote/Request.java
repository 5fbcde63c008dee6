package dev.lamina.vmlaunch.remote;

import dev.lamina.model.problem.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One thing that another process wants of a machine: a line of JSON, see `docs/guest-channel.md`.
///
/// @param name of a service, a component or a snapshot; empty where none is meant
/// @param words a command
/// @param patience how long the answer may take
record Request(Verb verb, String name, List<String> words, Duration patience) {
    static final int VERSION = 1;

    /// Of a line, in bytes.
    static final int LONGEST = 256 * 1024;

    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration MOST = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Request {
        words = List.copyOf(words);
        patience = patience.compareTo(MOST) > 0 ? MOST : patience;
    }

    static Request of(Verb verb) {
        return new Request(verb, "", List.of(), USUAL);
    }

    static Request of(Verb verb, String name) {
        return new Request(verb, name, List.of(), USUAL);
    }

    Request within(Duration time) {
        return new Request(verb, name, words, time);
    }

    String line() {
        ObjectNode object = JSON.createObjectNode().put("v", VERSION).put("do", verb.word());
        if (!name.isEmpty()) {
            object.put("name", name);
        }
        if (!words.isEmpty()) {
            ArrayNode list = object.putArray("words");
            words.forEach(list::add);
        }
        return object.put("ms", patience.toMillis()) + "\n";
    }

    /// @throws InputException it is none
    static Request parse(String line) {
        JsonNode object = read(line);
        if (object.path("v").asInt(0) != VERSION) {
            throw new InputException("this is another version of Lamina", "use the same one for both");
        }
        Verb verb = Verb.of(object.path("do").asString(""))
                .orElseThrow(() -> new InputException("this is nothing that a machine does", null));
        List<String> words = new ArrayList<>();
        object.path("words").forEach(word -> words.add(word.asString("")));
        long time = Math.clamp(object.path("ms").asLong(USUAL.toMillis()), 0, MOST.toMillis());
        return new Request(verb, object.path("name").asString(""), words, Duration.ofMillis(time));
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new InputException("this is no request", null, e);
        }
    }
}
