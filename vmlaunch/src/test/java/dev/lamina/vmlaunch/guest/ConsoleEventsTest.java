package dev.lamina.vmlaunch.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.GuestEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsoleEventsTest {
    private static final Duration NOW = Duration.ofSeconds(3);
    private static final GuestEvent READY = new GuestEvent("ready", NOW, Map.of("event", "ready"));

    private final List<GuestEvent> events = new ArrayList<>();
    private final ConsoleEvents console = new ConsoleEvents(() -> NOW, events::add);

    private void print(String... pieces) {
        for (String piece : pieces) {
            byte[] bytes = ("--" + piece).getBytes(StandardCharsets.UTF_8);
            console.received(bytes, 2, bytes.length - 2);
        }
    }

    @Test
    void markedLinesAreEventsAndOthersAreNot() {
        print("Booting\r\nlamina.event {\"event\":\"ready\"}\r\n{\"event\":\"ready\"}\nlamina.event ready\n");

        assertThat(events).containsExactly(READY);
    }

    @Test
    void aLineMayComeInPiecesAndBehindAPrompt() {
        print("host login: lamina.ev", "ent {\"event\":", "\"ready\"}", "\n");

        assertThat(events).containsExactly(READY);
    }

    @Test
    void theFirstMarkOfALineCounts() {
        print("lamina.event {\"event\":\"exit\",\"reason\":\"lamina.event {\\\"event\\\":\\\"ready\\\"}\"}\n");

        assertThat(events).extracting(GuestEvent::kind).containsExactly("exit");
    }

    @Test
    void aLineThatIsTooLongIsSkippedAsAWhole() {
        print("x".repeat(20_000), "lamina.event {\"event\":\"ready\"}\n", "lamina.event {\"event\":\"ready\"}\n");

        assertThat(events).containsExactly(READY);
    }

    @Test
    void whatHasNoLineEndIsNoLine() {
        print("lamina.event {\"event\":\"ready\"}");
        console.ended();

        assertThat(events).isEmpty();
    }

    @Test
    void nonsenseBehindTheMarkIsSkipped() {
        print("lamina.event {\"event\":\nlamina.event {\"event\":1}\nlamina.event {}\nlamina.event {\u0000\n");

        assertThat(events).isEmpty();
    }
}
