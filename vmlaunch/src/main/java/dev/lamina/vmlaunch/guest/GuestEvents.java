package dev.lamina.vmlaunch.guest;

import dev.lamina.vmlaunch.GuestEvent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the guest's event channel: one JSON object per line with a text field `event`. The guest is not trusted: lines
/// that are anything else are skipped.
public final class GuestEvents {
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_FIELDS = 64;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Numbers stay as they were written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final BoundedLines lines;
    private final Supplier<Duration> clock;

    /// @param clock time since the start of the machine
    public GuestEvents(InputStream channel, Supplier<Duration> clock) {
        this.lines = new BoundedLines(channel, MAX_LINE);
        this.clock = clock;
    }

    /// Hands over all events until the channel ends.
    public void forEach(Consumer<GuestEvent> consumer) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            parse(line.get(), clock.get()).ifPresent(consumer);
        }
    }

    static Optional<GuestEvent> parse(String line, Duration received) {
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode kind = node.path("event");
            if (!node.isObject() || !kind.isString() || node.size() > MAX_FIELDS) {
                return Optional.empty();
            }
            return Optional.of(new GuestEvent(kind.stringValue(), received, fields(node)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), text(entry.getValue())));
        return fields;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
