package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pretended launchers are shell scripts")
final class BenchStartTest {
    private static final BenchStart.Request REQUEST = new BenchStart.Request(List.of("a b.yml", "c.yml"), 2);

    @TempDir
    Path folder;

    private boolean display;

    private BenchStart launching(String script) throws IOException {
        Path launcher = Files.writeString(folder.resolve("lamina"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new BenchStart(Optional.of(launcher.toString()), new ProcessRunner(), display);
    }

    @Test
    void whereThereIsADisplayTheWindowIsMeasuredToItsFirstFrameAndUntilItAnswers() throws IOException {
        display = true;
        String script = "now=$(date +%s); [ $1 != studio ] || echo $((now * 1000 + 50000)) $((now * 1000 + 90000))\n";
        BenchStart.Window window = launching(script)
                .run(REQUEST, Reporter.silent())
                .cached()
                .window()
                .orElseThrow();
        assertThat(window.firstFrame().runs())
                .hasSize(2)
                .allSatisfy(time -> assertThat(time).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60)));
        assertThat(window.usable().runs())
                .hasSize(2)
                .allSatisfy(time -> assertThat(time).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(100)));
    }

    @Test
    void commandsRunInTurnsWithTheCacheAndWithoutIt() throws IOException {
        Path calls = folder.resolve("calls");

        BenchStart.Result result =
                launching("echo \"${LAMINA_AOT:-on} $*\" >>'" + calls + "'\n").run(REQUEST, Reporter.silent());

        List<String> turn = List.of(
                "on --version", "on validate -q a b.yml c.yml", "off --version", "off validate -q a b.yml c.yml");
        assertThat(Files.readAllLines(calls))
                .isEqualTo(Stream.of(turn, turn).flatMap(List::stream).toList());
        for (BenchStart.Starts starts : List.of(result.cached(), result.plain())) {
            assertThat(starts.version().runs()).hasSize(2);
            assertThat(starts.validate().runs()).hasSize(2);
            assertThat(starts.window()).isEmpty();
        }
    }

    @Test
    void aCommandThatFailsIsReported() throws IOException {
        BenchStart start = launching("[ \"$1\" = --version ] || { echo 'no such file'; exit 1; }\n");
        assertThatThrownBy(() -> start.run(REQUEST, Reporter.silent()))
                .isInstanceOf(ExternalException.class)
                .hasMessage("'" + folder.resolve("lamina")
                        + " validate -q 'a b.yml' c.yml' ended with exit code 1: no such file");
    }

    @Test
    void withoutALauncherThereIsNothingToMeasure() {
        BenchStart start = new BenchStart(Optional.empty(), new ProcessRunner(), false);
        assertThatThrownBy(() -> start.run(REQUEST, Reporter.silent()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("this Lamina was started without its launching script, so there is no start to measure");
    }
}
