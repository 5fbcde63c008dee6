package dev.lamina.vmlaunch.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
final class ProcessRunnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static CommandLine shell(String script) {
        return new CommandLine(List.of("/bin/sh", "-c", script));
    }

    @Test
    void aProgramGetsItsInputAndItsErrorsAreNoData() throws IOException {
        Result result = new ProcessRunner().output(shell("cat; echo bad >&2; exit 3"), "registry.example", PATIENCE);

        assertThat(result).isEqualTo(new Result(3, "registry.example"));
    }

    @Test
    void aProgramThatDoesNotReadIsNotWaitedFor() throws IOException {
        Result result = new ProcessRunner().output(shell("echo done"), "x".repeat(1_000_000), PATIENCE);

        assertThat(result).isEqualTo(new Result(0, "done\n"));
    }

    @Test
    void whatAProgramHasStartedIsNotWaitedFor() throws IOException {
        long begun = System.nanoTime();
        Result ended = new ProcessRunner().run(shell("echo begun; sleep 600 & exit 4"), PATIENCE);
        Result late = new ProcessRunner().run(shell("echo begun; sleep 601 & wait"), Duration.ofMillis(300));

        assertThat(ended).isEqualTo(new Result(4, "begun\n"));
        assertThat(late).isEqualTo(new Result(-1, "begun\n"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
    }

    /// Whoever else has work for the threads that all of Java shares keeps nobody from hearing a program.
    @Test
    void aProgramIsHeardWhileTheCommonThreadsAreBusy() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
            ForkJoinPool.commonPool().execute(() -> await(over));
        }
        try {
            ProcessRunner runner = new ProcessRunner();
            assertThat(CompletableFuture.supplyAsync(
                            () -> said(runner, "echo hello"),
                            task -> Thread.ofPlatform().daemon().start(task)))
                    .succeedsWithin(PATIENCE)
                    .isEqualTo(new Result(0, "hello\n"));
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Result said(ProcessRunner runner, String script) {
        try {
            return runner.run(shell(script), PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
