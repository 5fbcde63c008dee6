package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.testing.InThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// With real pseudo-terminals.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pseudo-terminals of this kind")
@Timeout(20)
final class PtyDeviceTest {

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Test
    void everyByteArrivesAsItIsInBothDirectionsAndNothingIsEchoed() throws Exception {
        try (PseudoTerminal other = new PseudoTerminal();
                PtyDevice device = PtyDevice.open(other.device())) {
            other.print(everyByte());
            assertThat(device.input().readNBytes(256)).isEqualTo(everyByte());

            device.output().write(everyByte());
            assertThat(other.typed(256)).isEqualTo(everyByte());
        }
    }

    @Test
    void aReaderThatWaitsDoesNotKeepAnybodyFromTyping() throws Exception {
        try (PseudoTerminal other = new PseudoTerminal();
                PtyDevice device = PtyDevice.open(other.device())) {
            CompletableFuture<Integer> read =
                    InThread.start(() -> device.input().read());
            device.output().write('k');

            assertThat(other.typed(1)).isEqualTo(new byte[] {'k'});
            assertThat(read).isNotDone();
            other.print(new byte[] {'s'});
            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo('s');
        }
    }

    @Test
    void theEndOfTheOtherProgramIsTheEndOfTheStream() throws Exception {
        PseudoTerminal other = new PseudoTerminal();
        try (PtyDevice device = PtyDevice.open(other.device())) {
            CompletableFuture<Integer> read =
                    InThread.start(() -> device.input().read());
            other.close();

            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
            assertThatThrownBy(() -> device.output().write('x'))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the console cannot be written to (error 5)");
        }
    }

    @Test
    void closingFreesAReader() throws Exception {
        try (PseudoTerminal other = new PseudoTerminal()) {
            PtyDevice device = PtyDevice.open(other.device());
            CompletableFuture<Integer> read =
                    InThread.start(() -> device.input().read());
            device.close();
            device.close();

            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
            assertThat(device.input().read()).isEqualTo(-1);
        }
    }

    @Test
    void closingFreesAWriterToAMachineThatTakesNothing() throws Exception {
        try (PseudoTerminal other = new PseudoTerminal()) {
            PtyDevice device = PtyDevice.open(other.device());
            CompletableFuture<Integer> written = InThread.start(() -> {
                device.output().write(new byte[1 << 20]);
                return 0;
            });
            device.close();

            assertThatThrownBy(() -> written.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("the machine has ended");
        }
    }

    @Test
    void whatIsNoTerminalIsRefused() {
        assertThatThrownBy(() -> PtyDevice.open(Path.of("/dev/null")))
                .isInstanceOf(IOException.class)
                .hasMessage("/dev/null is no terminal");
        assertThatThrownBy(() -> PtyDevice.open(Path.of("/dev/no-such-device")))
                .isInstanceOf(IOException.class)
                .hasMessage("the console /dev/no-such-device cannot be opened (error 2)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingStaysOpen() throws Exception {
        open();
        long before = openFiles();
        for (int i = 0; i < 20; i++) {
            open();
        }
        assertThat(openFiles()).isEqualTo(before);
    }

    private static void open() throws IOException {
        try (PseudoTerminal other = new PseudoTerminal();
                PtyDevice device = PtyDevice.open(other.device())) {
            device.output().write("x".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> PtyDevice.open(Path.of("/dev/null"))).isInstanceOf(IOException.class);
        }
    }

    /// Terminals and pipes alone, because the machine of Java opens files as it likes.
    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(PtyDeviceTest::isTerminalOrPipe).count();
        }
    }

    private static boolean isTerminalOrPipe(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("pipe:") || target.startsWith("/dev/pt");
        } catch (IOException e) {
            return false;
        }
    }
}
