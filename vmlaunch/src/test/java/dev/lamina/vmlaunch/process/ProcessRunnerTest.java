package dev.lamina.vmlaunch.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
}
