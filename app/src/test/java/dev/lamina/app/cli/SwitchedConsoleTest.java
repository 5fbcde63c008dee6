package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SwitchedConsoleTest {
    private final List<Console.Listener> listeners = new ArrayList<>();
    private final SwitchedConsole console = new SwitchedConsole(new Quiet());

    private final class Quiet implements Console {
        @Override
        public Path log() {
            return Path.of("console.log");
        }

        @Override
        public byte[] recent() {
            return new byte[0];
        }

        @Override
        public Subscription listen(Listener listener) {
            listeners.add(listener);
            return () -> {};
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {}
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        listeners.getFirst().received(bytes, 0, bytes.length);
    }

    @Test
    void aLineThatTheMachineLeftOpenIsBrokenOnce() {
        try (Subscription ignored = console.listen((bytes, offset, length) -> {})) {
            print("hello\r\n");
            assertThat(console.breaksLine()).isFalse();
            print("login: ");
            assertThat(console.breaksLine()).isTrue();
            assertThat(console.breaksLine()).isFalse();
        }
    }
}
