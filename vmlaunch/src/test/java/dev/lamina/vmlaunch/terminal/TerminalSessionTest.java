package dev.lamina.vmlaunch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.terminal.TerminalSession.End;
import dev.lamina.vmlaunch.testing.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TerminalSessionTest {
    private final Keyboard guest = new Keyboard();
    private final ConsoleHub console = new ConsoleHub(Path.of("console.log"), guest);
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Wire keys = new Wire();

    /// What the guest gets; tells when a byte has come.
    private static final class Keyboard extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CountDownLatch last = new CountDownLatch(1);

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
            if (b == '.') {
                last.countDown();
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private TerminalSession terminal(OutputStream output) {
        return new TerminalSession(console, keys, output, OptionalInt.of(TerminalSession.QUIT_KEY));
    }

    private void guestPrints(String text) throws IOException {
        console.pump(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream());
    }

    @Test
    void theQuitKeyEndsTheSessionAfterWhatWasTypedBeforeIt() throws InterruptedException {
        keys.send("ls\r");
        keys.send("ab\u001dcd");
        assertThat(terminal(screen).run()).isEqualTo(End.QUIT);
        assertThat(guest.text()).isEqualTo("ls\rab");
    }

    @Test
    void otherControlKeysGoToTheGuest() throws InterruptedException {
        keys.send("\u0003\u0004\u001b[A");
        keys.send("\u001d");
        assertThat(terminal(screen).run()).isEqualTo(End.QUIT);
        assertThat(guest.text()).isEqualTo("\u0003\u0004\u001b[A");
    }

    @Test
    void theMachinesEndEndsTheSessionWhileTheKeyboardIsSilent() throws Exception {
        guestPrints("bye\r\n");
        assertThat(terminal(screen).run()).isEqualTo(End.MACHINE_ENDED);
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("bye\r\n");
    }

    @Test
    void throughAPipeEveryByteIsPassedOnAndItsEndIsNotTheEnd() throws Exception {
        InputStream input = new ByteArrayInputStream("a\u001db.".getBytes(StandardCharsets.UTF_8));
        TerminalSession session = TerminalSession.piped(input, screen, console);
        Thread machine = Thread.ofVirtual().start(() -> {
            try {
                guest.last.await();
                guestPrints("done");
            } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(session.run()).isEqualTo(End.MACHINE_ENDED);
        machine.join();
        assertThat(guest.text()).isEqualTo("a\u001db.");
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("done");
    }

    @Test
    void aReaderThatWentAwayEndsTheSession() throws Exception {
        guestPrints("hello");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(terminal(broken).run()).isEqualTo(End.QUIT);
    }
}
