package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.Window;
import dev.lamina.vmlaunch.screen.Line;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
            int served = 0;
            while (flowing.get()) {
                Window.run(() -> scene.model().scrollBy(-1)); // returns when the window has dealt with it
                Window.run(() -> scene.model().find().query().set("needle"));
                served++;
            }
            assertThat(printed.await(60, TimeUnit.SECONDS)).isTrue();
            Window.until(() -> scene.model().connection().orElseThrow().drained());
            assertThat(served).isGreaterThan(3);
            Window.run(scene.model()::jumpToEnd);
            scene.until("THE END");
            whole(scene, piece, times);
        }
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
        for (int i = 1; i <= 1000; i++) {
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
