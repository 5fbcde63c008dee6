package dev.lamina.app.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void membersKeepTheirOrder() {
        assertThat(Json.line(Json.object(entry("z", 1), entry("a", true), entry("m", List.of("x")), entry("b", 0.5))))
                .isEqualTo("{\"z\":1,\"a\":true,\"m\":[\"x\"],\"b\":0.5}");
    }

    @Test
    void whatIsMissingIsLeftOut() {
        assertThat(Json.line(Json.object(entry("a", Optional.empty()), entry("b", Optional.of("c")))))
                .isEqualTo("{\"b\":\"c\"}");
    }

    @Test
    void noTextControlsATerminal() {
        String hostile = "\u001b[2J\u009b2J\u007f\u202e\u2028\u00ad“ü”😀\"\\";

        String line = Json.line(Map.of("v", hostile));

        assertThat(line)
                .isEqualToIgnoringCase("{\"v\":\"\\u001b[2J\\u009b2J\\u007f\\u202e\\u2028\\u00ad“ü”😀\\\"\\\\\"}");
        assertThat(Json.texts(line.substring("{\"v\":".length())
                        .replaceFirst("^", "[")
                        .replaceFirst("}$", "]")))
                .contains(List.of(hostile));
    }
}
