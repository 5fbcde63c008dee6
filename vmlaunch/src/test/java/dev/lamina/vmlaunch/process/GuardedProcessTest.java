package dev.lamina.vmlaunch.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guard is a shell script; Windows has job objects")
final class GuardedProcessTest {
    @TempDir
    Path folder;

    private GuardedProcess start(String script) throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.createFile(own.resolve("rest.sock"));
        Files.createSymbolicLink(own.resolve("link0"), Files.createFile(folder.resolve("kept")));
        Path ready = folder.resolve("ready");
        GuardedProcess process = new ProcessRunner()
                .startGuarded(new CommandLine(List.of("/bin/sh", "-c", script, "sh", ready.toString())), own);
        while (!Files.exists(ready) && process.isAlive()) {
            Thread.onSpinWait();
        }
        return process;
    }

    @Test
    void termIsASignalThatTheProgramMayTakeAsItLikes() throws Exception {
        GuardedProcess process =
                start("n=0; trap 'n=$((n + 1)); [ $n = 2 ] && exit 7' TERM; : >$1; while :; do sleep 0.05; done");
        process.terminate();
        assertThat(process.waitFor(Duration.ofMillis(300))).isEmpty();
        process.terminate();

        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(folder.resolve("own")).doesNotExist();
        assertThat(folder.resolve("kept")).exists();
    }

    @Test
    void theLastWordsOfALongLifeAreHeard() throws Exception {
        GuardedProcess process = start(": >$1; sleep 1.3; { sleep 0.3; echo 'the last words'; } & exit 3");

        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(process.output()).isEqualTo("the last words\n");
    }

    @Test
    void stoppingInsists() throws Exception {
        GuardedProcess process = start("trap '' TERM; : >$1; while :; do sleep 0.05; done");
        process.terminate();
        process.stop();

        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(137);
        process.terminate();
    }
}
