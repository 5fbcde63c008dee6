package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BenchConsole;
import dev.lamina.app.operation.BenchConsole.Flood;
import dev.lamina.app.operation.BenchConsole.Scrollback;
import dev.lamina.app.operation.ConsoleInput;
import dev.lamina.app.operation.Timings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BenchConsoleCommandTest {
    private static final BenchConsole.Result RESULT = new BenchConsole.Result(
            List.of(new Flood(
                    ConsoleInput.PLAIN,
                    50_000_000,
                    timings(20),
                    timings(100),
                    Duration.ofMillis(200),
                    timings(125),
                    Duration.ofMillis(3))),
            List.of(new Scrollback(ConsoleInput.PLAIN, 100_000, 9_100_000)));

    private static Timings timings(long millis) {
        return new Timings(List.of(Duration.ofMillis(millis)));
    }

    @Test
    void ratesStandBesideEachOther() {
        assertThat(BenchConsoleCommand.text(RESULT)).isEqualTo("""
            MB/s (median)            alone  per CPU s   watched   bytes only   ratio   longest look
            plain flood                500        250       400         2500    0.20         3.0 ms
            plain flood            100000 lines take 9.1 MB, 91 bytes each\
            """);
    }

    @Test
    void jsonHasTheTimes() {
        assertThat(BenchConsoleCommand.json(RESULT))
                .containsEntry("bench", "console")
                .containsEntry("scrollback of plain flood", Map.of("lines", 100_000L, "bytes", 9_100_000L))
                .containsKey("plain flood");
    }
}
