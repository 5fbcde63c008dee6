package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.Window;
import dev.lamina.vmlaunch.screen.Line;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cat /dev/urandom | base64` in a window.
final class FloodTest {
    private static final int FLOOD = 50 << 20;

    @TempDir
    Path home;

    @Test
    void theWindowGoesOnWhileAGuestPrintsWithoutEndAndNothingIsLost() throws Exception {
        try (ConsoleScene scene = ConsoleScene.of(home)) {
            FakeConsole guest = new FakeConsole();
            scene.connect(guest);
            byte[] piece = piece();
            int times = FLOOD / piece.length;
            AtomicBoolean flowing = new AtomicBoolean(true);
            CountDownLatch printed = new CountDownLatch(1);
            Thread.ofPlatform().start(() -> {
                for (int i = 0; i < times; i++) {
                    guest.print(piece);
                }
                guest.print("THE END");
                flowing.set(false);
                guest.end();
                printed.countDown();
            });
            AtomicInteger served = new AtomicInteger();
            AtomicInteger painted = new AtomicInteger();
            Window.run(() -> scene.view().screen().frame().subscribe((before, now) -> painted.incrementAndGet()));
            ask(scene, flowing, served);
            assertThat(printed.await(60, TimeUnit.SECONDS)).isTrue();
            Window.until(() -> scene.model().connection().orElseThrow().drained());
            assertThat(served.get()).isGreaterThan(3);
            assertThat(painted.get()).isGreaterThan(3);
            Window.run(scene.model()::jumpToEnd);
            scene.until("THE END");
            whole(scene, piece, times);
        }
    }

    /// Something that the window is asked for again and again: each time it answers it is asked once more.
    private static void ask(ConsoleScene scene, AtomicBoolean flowing, AtomicInteger served) {
        scene.desk().background().later(Duration.ofMillis(5), () -> {
            if (flowing.get()) {
                served.incrementAndGet();
                scene.model().find().query().set("needle " + served);
                ask(scene, flowing, served);
            }
        });
    }

    /// Each piece begins with a line of its own kind; the line numbers tell that none is missing.
    private static void whole(ConsoleScene scene, byte[] piece, int times) {
        String text = new String(piece, StandardCharsets.US_ASCII);
        long perPiece = text.lines().count();
        var terminal = scene.model().terminal().orElseThrow();
        long end = terminal.screen().cursor().line();
        assertThat(terminal.line(end).text()).isEqualTo("THE END");
        assertThat(end).isEqualTo(perPiece * times);
        String first = text.lines().findFirst().orElseThrow();
        for (int i = 1; i <= 900; i++) {
            Line line = terminal.line(end - i * perPiece);
            assertThat(line.text()).isEqualTo(first);
        }
    }

    private static byte[] piece() {
        byte[] bytes = new byte[6000];
        new Random(5).nextBytes(bytes);
        String lines = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(bytes);
        return (lines + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
