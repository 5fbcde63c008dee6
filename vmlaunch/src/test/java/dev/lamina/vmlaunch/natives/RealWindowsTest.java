package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The real libraries, whatever this Windows has of them. No virtual machine is made.
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "for the real libraries of Windows")
@Timeout(60)
final class RealWindowsTest {
    private static final String NAME =
            "\\\\.\\pipe\\lamina-\u00fc\ud83d\ude80-" + ProcessHandle.current().pid();

    @Test
    void aReaderThatWaitsDoesNotKeepAnybodyFromTypingAndClosingFreesIt() throws Exception {
        byte[] words = "Gr\u00fc\u00dfe".getBytes(StandardCharsets.UTF_8);
        try (PipeServer machine = new PipeServer(NAME)) {
            NamedPipe pipe = NamedPipe.connect(NAME, Duration.ofSeconds(5), () -> false);
            machine.print(words);
            assertThat(pipe.input().readNBytes(words.length)).isEqualTo(words);

            CompletableFuture<Integer> read = new CompletableFuture<>();
            Thread.ofPlatform().daemon().start(() -> read(pipe, read));
            pipe.output().write('k');
            assertThat(machine.typed(1)).isEqualTo(new byte[] {'k'});
            assertThat(read).isNotDone();
            pipe.close();
            assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    private static void read(NamedPipe pipe, CompletableFuture<Integer> read) {
        try {
            read.complete(pipe.input().read());
        } catch (IOException e) {
            read.completeExceptionally(e);
        }
    }

    @Test
    void aProcessEndsWithItsJob() throws Exception {
        Process process = new ProcessBuilder("ping", "-n", "600", "127.0.0.1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (KillOnCloseJob job = KillOnCloseJob.create()) {
            job.add(process.toHandle());
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theHostComputeServiceAnswersOrSaysWhyNot() {
        try {
            assertThat(HostCompute.open().serviceProperties("")).startsWith("{");
        } catch (HostComputeMissingException | HostComputeException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
        assertThat(AcceleratorDevices.whpx()).isNotNull();
    }
}
