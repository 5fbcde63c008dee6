package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleLinesTest {
    private final List<String> lines = new ArrayList<>();
    private final ConsoleLines console = new ConsoleLines(lines::add);

    private void print(String text) {
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            console.accept(value & 0xff);
        }
    }

    @Test
    void linesComeWhenTheyEndOrWhenAskedFor() {
        print("one\n\nzwei über\nlog");
        assertThat(lines).containsExactly("one", "zwei über");
        console.flush();
        print("in:\n");
        assertThat(lines).containsExactly("one", "zwei über", "log", "login:");
    }

    @Test
    void whatIsLookedForIsWholeInOnePieceOfALongLine() {
        for (int before = 0; before < 2100; before++) {
            lines.clear();
            print("x".repeat(before) + "Kernel panic - not syncing" + "y".repeat(1100) + "\n");
            assertThat(lines).as("after %d", before).anyMatch(line -> line.contains("Kernel panic - not syncing"));
            assertThat(lines).allMatch(line -> line.length() <= 1024);
        }
    }
}
