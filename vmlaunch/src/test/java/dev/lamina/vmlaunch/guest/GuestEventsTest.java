package dev.lamina.vmlaunch.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.GuestEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuestEventsTest {
    private static final Duration NOW = Duration.ofSeconds(3);

    private static GuestEvents events(byte[] channel) {
        return new GuestEvents(new ByteArrayInputStream(channel), () -> NOW);
    }

    private static List<GuestEvent> read(GuestEvents events) throws IOException {
        List<GuestEvent> read = new ArrayList<>();
        events.forEach(read::add);
        return read;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theExamplesOfTheDocumentationAreRead() throws IOException {
        GuestEvents events = events(utf8("""
            {"v":1,"t":1.31,"event":"kernel","release":"6.12.0-cloud-amd64"}
            {"v":1,"t":3.40,"event":"ready"}
            {"v":1,"t":9.12,"event":"exit","section":"services","id":"web","name":"web","code":1,"asked":true}
            """));
        assertThat(read(events))
                .containsExactly(
                        new GuestEvent(
                                "kernel",
                                NOW,
                                fields("v", "1", "t", "1.31", "event", "kernel", "release", "6.12.0-cloud-amd64")),
                        new GuestEvent("ready", NOW, fields("v", "1", "t", "3.40", "event", "ready")),
                        new GuestEvent(
                                "exit",
                                NOW,
                                fields(
                                        "v",
                                        "1",
                                        "t",
                                        "9.12",
                                        "event",
                                        "exit",
                                        "section",
                                        "services",
                                        "id",
                                        "web",
                                        "name",
                                        "web",
                                        "code",
                                        "1",
                                        "asked",
                                        "true")));
    }

    private static Map<String, String> fields(String... words) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            fields.put(words[i], words[i + 1]);
        }
        return fields;
    }

    @Test
    void fieldsKeepTheirOrderAndNestedOnesAreText() throws IOException {
        List<GuestEvent> read = read(events(utf8("{\"z\":[1,{\"a\":null}],\"event\":\"x\",\"a\":null}\r\n")));
        assertThat(read.getFirst().fields()).isEqualTo(fields("z", "[1,{\"a\":null}]", "event", "x", "a", "null"));
        assertThat(List.copyOf(read.getFirst().fields().keySet())).containsExactly("z", "event", "a");
        assertThat(read.getFirst().field("z")).contains("[1,{\"a\":null}]");
        assertThat(read.getFirst().field("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noise",
                "[]",
                "\"event\"",
                "null",
                "{}",
                "{\"event\":1}",
                "{\"event\":null}",
                "{\"event\":\"a\",\"event\":\"b\"}",
                "{\"event\":\"a\"",
                "{\"event\":\"a\"} trailing",
                "{\"event\":\"a\"}{\"event\":\"b\"}",
                "{'event':'a'}",
            })
    void everythingElseIsSkipped(String line) throws IOException {
        GuestEvents events = events(utf8(line + "\n{\"event\":\"after\"}\n"));
        assertThat(read(events)).extracting(GuestEvent::kind).containsExactly("after");
    }

    @Test
    void sizesAreBounded() throws IOException {
        StringBuilder wide = new StringBuilder("{\"event\":\"wide\"");
        for (int i = 0; i < 64; i++) {
            wide.append(",\"f").append(i).append("\":0");
        }
        String deep = "{\"event\":\"deep\",\"x\":" + "[".repeat(8000) + "]".repeat(8000) + "}";
        String large = "{\"event\":\"large\",\"x\":\"" + "x".repeat(16 * 1024) + "\"}";
        String number = "{\"event\":\"number\",\"x\":1e" + "9".repeat(2000) + "}";
        GuestEvents events = events(utf8(
                String.join("\n", wide.append("}"), deep, large, number, "{\"event\":\"after\"}", "{\"event\":\"cut")));
        assertThat(read(events)).extracting(GuestEvent::kind).containsExactly("after");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreTaken(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] channel = utf8("{\"v\":1,\"event\":\"exit\",\"a\":[1,true,\"x\\u0041\"]}\n".repeat(20));
        for (int i = random.nextInt(40); i > 0; i--) {
            channel[random.nextInt(channel.length)] = (byte) random.nextInt(256);
        }
        assertThat(read(events(channel))).hasSizeBetween(0, 60);
    }
}
