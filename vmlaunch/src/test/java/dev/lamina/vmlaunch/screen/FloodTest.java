package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class FloodTest {
    @Test
    void whoLooksGetsTurnsDuringAFlood() throws Exception {
        Terminal terminal = new Terminal(80, 24, 100_000);
        byte[] flood = ("\033[32m" + "x".repeat(70) + "\033[m\r\n").repeat(3000).getBytes(StandardCharsets.UTF_8);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Long> fed = writer.submit(() -> {
                long bytes = 0;
                while (!stop.get()) {
                    terminal.feed(flood, 0, flood.length);
                    bytes += flood.length;
                    begun.countDown();
                }
                return bytes;
            });
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            long last = 0;
            for (int looks = 0; looks < 50; looks++) {
                Snapshot screen = terminal.screen();
                assertThat(screen.lines()).hasSize(24);
                assertThat(screen.screenTop()).isGreaterThanOrEqualTo(last);
                last = screen.screenTop();
                terminal.line(screen.oldest() + 10);
            }
            stop.set(true);
            long bytes = fed.get(10, TimeUnit.SECONDS);
            assertThat(terminal.screenTop() + 23).isEqualTo(bytes / (flood.length / 3000));
        }
    }

    @Test
    void anAnswerMayLookAtTheTerminal() {
        Terminal terminal = new Terminal(80, 24, 10);
        StringBuilder seen = new StringBuilder();
        terminal.onReply(
                bytes -> seen.append(terminal.screen().lines().getFirst().text()));
        byte[] bytes = "hello\033[6n".getBytes(StandardCharsets.UTF_8);
        terminal.feed(bytes, 0, bytes.length);
        assertThat(seen).hasToString("hello");
    }
}
