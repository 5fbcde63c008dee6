package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleHubTest {
    private final ByteArrayOutputStream keyboard = new ByteArrayOutputStream();
    private final ConsoleHub hub = new ConsoleHub(Path.of("console.log"), keyboard);
    private final List<String> heard = new ArrayList<>();

    private Console.Listener listener(String name) {
        return new Console.Listener() {
            @Override
            public void received(byte[] bytes, int offset, int length) {
                heard.add(name + ":" + new String(bytes, offset, length, StandardCharsets.UTF_8));
            }

            @Override
            public void ended() {
                heard.add(name + " ended");
            }
        };
    }

    private void print(String text, OutputStream log) throws IOException {
        hub.pump(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), log);
    }

    @Test
    void everyByteGoesToTheLogAndToAllListeners() throws IOException {
        hub.listen(listener("a"));
        hub.listen(listener("b")).close();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        print("hello", log);
        assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(heard).containsExactly("a:hello", "a ended");
    }

    @Test
    void aLateListenerHearsWhatCameBeforeAndTheEnd() throws IOException {
        print("hello", OutputStream.nullOutputStream());
        hub.listen(listener("late"));
        assertThat(heard).containsExactly("late:hello", "late ended");
    }

    @Test
    void aFullDiskDoesNotStopTheConsole() throws IOException {
        hub.listen(listener("a"));
        print("hello", new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        assertThat(heard).containsExactly("a:hello", "a ended");
    }

    @Test
    void onlyTheLastBytesAreKept() throws IOException {
        String text = "0123456789".repeat(30_000);
        print(text, OutputStream.nullOutputStream());
        assertThat(new String(hub.recent(), StandardCharsets.UTF_8))
                .isEqualTo(text.substring(text.length() - 256 * 1024));
    }

    @Test
    void keysGoToTheGuest() throws IOException {
        hub.write("ab".getBytes(StandardCharsets.UTF_8));
        hub.write(new byte[] {'x', 'c', 'y'}, 1, 1);
        assertThat(keyboard.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
    }
}
