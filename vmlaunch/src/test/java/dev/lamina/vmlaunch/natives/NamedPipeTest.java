package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.testing.InThread;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Through JNA into a library that plays Windows' pipes with overlapped reads and writes.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class NamedPipeTest extends WithWindows {
    private static final String NAME = "\\\\.\\pipe\\lamina-\u00fc-com1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void everyByteArrivesInBothDirections() throws Exception {
        ServedPipe machine = windows.serve(NAME);
        try (NamedPipe pipe = windows.connect(NAME, Duration.ZERO)) {
            byte[] much = bytes(100_000);
            machine.print(much);
            assertThat(pipe.input().readNBytes(much.length)).isEqualTo(much);

            CompletableFuture<Integer> typed = InThread.start(() -> {
                pipe.output().write(much);
                return 0;
            });
            assertThat(machine.typed(much.length)).isEqualTo(much);
            assertThat(typed.get(20, TimeUnit.SECONDS)).isZero();
        }
        // Overlapped, for no other reader or writer, and so that the other side cannot act in our name.
        assertThat(windows.calls()).containsExactly("CreateFileW(" + NAME + ", 0xC0000000, 0, 3, 0x40100000)");
    }

    @Test
    void aReaderThatWaitsDoesNotKeepAnybodyFromTyping() throws Exception {
        ServedPipe machine = windows.serve(NAME);
        try (NamedPipe pipe = windows.connect(NAME, Duration.ZERO)) {
            CompletableFuture<Integer> read = InThread.start(() -> pipe.input().read());
            machine.awaitReader();
            pipe.output().write('k');

            assertThat(machine.typed(1)).isEqualTo(new byte[] {'k'});
            assertThat(read).isNotDone();
            machine.print(new byte[] {(byte) 0xfe});
            assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(0xfe);
        }
    }

    @Test
    void theEndOfTheMachineIsTheEndOfTheStreamAfterItsLastWords() throws Exception {
        ServedPipe machine = windows.serve(NAME);
        try (NamedPipe pipe = windows.connect(NAME, Duration.ZERO)) {
            machine.print("bye".getBytes(StandardCharsets.US_ASCII));
            machine.end();

            assertThat(pipe.input().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("bye");
            assertThatThrownBy(() -> pipe.output().write('x'))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the machine has ended");
        }
    }

    @Test
    void theEndOfTheMachineFreesAReader() throws Exception {
        ServedPipe machine = windows.serve(NAME);
        try (NamedPipe pipe = windows.connect(NAME, Duration.ZERO)) {
            CompletableFuture<Integer> read = InThread.start(() -> pipe.input().read());
            machine.awaitReader();
            machine.end();

            assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    @Test
    void closingFreesAReaderAndAWriter() throws Exception {
        ServedPipe machine = windows.serve(NAME);
        NamedPipe pipe = windows.connect(NAME, Duration.ZERO);
        CompletableFuture<Integer> read = InThread.start(() -> pipe.input().read());
        CompletableFuture<Integer> written = InThread.start(() -> {
            pipe.output().write(bytes(1 << 20));
            return 0;
        });
        machine.awaitReader();
        machine.awaitWriter();
        pipe.close();
        pipe.close();

        assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        assertThat(pipe.input().read()).isEqualTo(-1);
        assertThatThrownBy(() -> written.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IOException.class)
                .hasMessage("the machine has ended");
    }

    @Test
    void aPipeThatIsNotThereYetIsWaitedFor() throws Exception {
        CompletableFuture<Integer> first = InThread.start(() -> {
            try (NamedPipe pipe = windows.connect(NAME, PATIENCE)) {
                return pipe.input().read();
            }
        });
        while (windows.calls().size() < 2) {
            Thread.onSpinWait();
        }
        windows.serve(NAME).print(new byte[] {7});

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void aPipeThatSomebodyElseUsesIsWaitedForToo() throws Exception {
        int number = windows.controls().fake_pipe_serve(NAME, 1);
        CompletableFuture<Integer> first = InThread.start(() -> {
            windows.connect(NAME, PATIENCE).close();
            return 0;
        });
        while (!windows.calls().contains("WaitNamedPipeW(" + NAME + ", 50)")) {
            Thread.onSpinWait();
        }
        windows.controls().fake_pipe_free(number);

        assertThat(first.get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void waitingHasAnEnd() {
        assertThatThrownBy(() -> windows.connect(NAME, Duration.ofMillis(60)))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("there is no pipe " + NAME);
        windows.controls().fake_pipe_serve(NAME, 1);
        assertThatThrownBy(() -> windows.connect(NAME, Duration.ofMillis(60)))
                .isInstanceOf(IOException.class)
                .hasMessage("the pipe " + NAME + " is in use by another program");
        windows.fail("CreateFileW", 5);
        assertThatThrownBy(() -> windows.connect(NAME, PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessage("the pipe " + NAME + " cannot be opened (error 5)");
    }

    @Test
    void nobodyWaitsForThePipeOfAMachineThatHasEnded() {
        Kernel32 kernel32 = Kernel32.load(windows.libraries());

        assertThatThrownBy(() -> NamedPipe.connect(kernel32, NAME, PATIENCE, () -> true))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void anInterruptEndsTheWaiting() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> windows.connect(NAME, PATIENCE)).isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatCannotBeSetUpIsTakenDown() {
        windows.serve(NAME);
        windows.controls().fake_fail("CreateEventW", 0, 0, null, 0, 0);
        windows.controls().fake_fail("CreateEventW", 0, 0, null, 0, 0);
        windows.fail("CreateEventW", 8);

        assertThatThrownBy(() -> windows.connect(NAME, PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessage("no event can be made (error 8)");
    }

    @Test
    void onlyPipesOfThisComputerAreOpened() {
        for (String name : new String[] {
            "C:\\Windows\\win.ini", "\\\\server\\pipe\\x", "\\\\.\\pipe\\..\\x", "\\\\.\\pipe", "/etc/passwd"
        }) {
            assertThatThrownBy(() -> windows.connect(name, PATIENCE)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(windows.calls()).isEmpty();
    }
}
