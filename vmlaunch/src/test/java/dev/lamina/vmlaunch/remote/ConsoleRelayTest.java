package dev.lamina.vmlaunch.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.ConsoleHub;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ConsoleRelayTest {
    private final ByteArrayOutputStream keyboard = new ByteArrayOutputStream();
    private final ConsoleHub hub = new ConsoleHub(Path.of("console.log"), keyboard);

    private void print(String text) throws IOException {
        hub.pump(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream());
    }

    @Test
    void everythingIsCarriedUntilTheMachineEnds() throws Exception {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        try (PipedOutputStream fingers = new PipedOutputStream();
                InputStream keys = new PipedInputStream(fingers)) {
            CompletableFuture<Void> carried = carry(new ConsoleRelay(hub), keys, screen);
            print("hello");
            carried.get(10, TimeUnit.SECONDS);
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void whatIsTypedReachesTheGuestAndLeavingEndsIt() throws Exception {
        carry(
                        new ConsoleRelay(hub),
                        new ByteArrayInputStream("ls\n".getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream())
                .get(10, TimeUnit.SECONDS);

        assertThat(keyboard.toString(StandardCharsets.UTF_8)).isEqualTo("ls\n");
    }

    @Test
    void whoReadsTooSlowlyHoldsNobodyUpAndIsToldWhatIsMissing() throws Exception {
        ConsoleRelay relay = new ConsoleRelay(hub);
        byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        relay.received(piece, 0, piece.length);
        relay.received(piece, 0, 1000);
        relay.ended();
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        carry(relay, InputStream.nullInputStream(), screen).get(10, TimeUnit.SECONDS);
        assertThat(screen.size()).isEqualTo(1 << 20);

        relay.received(piece, 0, 2);
        carry(relay, InputStream.nullInputStream(), screen).get(10, TimeUnit.SECONDS);
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .endsWith("x\r\n[1000 bytes are missing here: they came too fast]\r\nxx");
    }

    private static CompletableFuture<Void> carry(ConsoleRelay relay, InputStream keys, OutputStream screen) {
        return CompletableFuture.runAsync(() -> {
            try {
                relay.carry(keys, screen);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
