package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TypistTest {
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch all = new CountDownLatch(1);
    private final StringBuilder read = new StringBuilder();

    /// A guest that reads nothing until it is told to.
    private final class SlowGuest implements Console {
        @Override
        public Path log() {
            return Path.of("log");
        }

        @Override
        public byte[] recent() {
            return new byte[0];
        }

        @Override
        public Subscription listen(Listener listener) {
            return () -> {};
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            read.append(new String(bytes, offset, length, StandardCharsets.US_ASCII));
            if (read.toString().endsWith(".")) {
                all.countDown();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void keysArriveInTheirOrderHoweverLongTheGuestWaits() throws Exception {
        Typist typist = new Typist("test-typist", new SlowGuest());
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            typed.append(i).append(' ');
            assertThat(typist.type(bytes(i + " "))).isTrue();
        }
        typist.type(bytes("."));
        open.countDown();
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(read.toString()).isEqualTo(typed + ".");
    }

    @Test
    void aGuestThatReadsNothingTakesNoMoreThanFits() {
        Typist typist = new Typist("test-typist", new SlowGuest());
        byte[] much = new byte[1 << 20];
        int taken = 0;
        while (typist.type(much)) {
            taken++;
        }
        assertThat(taken).isBetween(4, 5);
        typist.close();
        assertThat(typist.type(bytes("x"))).isFalse();
        open.countDown();
    }
}
