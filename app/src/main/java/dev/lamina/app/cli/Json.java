package dev.lamina.app.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes maps, lists, texts, numbers and booleans as one line of JSON. An empty `Optional` leaves its key
/// out. Signs that would control a terminal are written by their numbers, as texts come from documents,
/// images and guests.
final class Json {
    private Json() {}

    static String line(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, object);
        }
        return harmless(text.toString());
    }

    /// All signs of JSON itself are harmless, so that these are within texts.
    private static String harmless(String json) {
        StringBuilder harmless = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    harmless.append("\\u%04x".formatted((int) c));
                default -> harmless.append(c);
            }
        }
        return harmless.toString();
    }

    /// An object whose members keep their order; those of `Map.of` have another one in each run.
    @SafeVarargs
    static Map<String, Object> object(Map.Entry<String, ?>... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Map.Entry<String, ?> member : members) {
            object.put(member.getKey(), member.getValue());
        }
        return object;
    }

    /// The texts of a JSON list; empty when it is something else.
    static Optional<List<String>> texts(String json) {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            while (list && parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            }
            boolean whole = list && parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
            return whole ? Optional.of(texts) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void write(JsonGenerator json, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, member) -> writeMember(json, key.toString(), member));
                json.writeEndObject();
            }
            // A path is a list of its parts, each of which is a path again.
            case Path path -> json.writeString(path.toString());
            case Iterable<?> list -> {
                json.writeStartArray();
                list.forEach(item -> write(json, item));
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    private static void writeMember(JsonGenerator json, String name, Object value) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(present -> writeMember(json, name, present));
            case OptionalLong optional -> optional.ifPresent(present -> writeMember(json, name, present));
            default -> {
                json.writeName(name);
                write(json, value);
            }
        }
    }
}
