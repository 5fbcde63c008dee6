package dev.lamina.vmlaunch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.natives.FakeWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is done on Windows, with job objects that a C library plays.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are those of POSIX")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class JobLifelineTest {
    @TempDir
    Path folder;

    private FakeWindows windows;
    private ProcessRunner runner;

    @BeforeEach
    void open() throws IOException {
        windows = FakeWindows.open();
        runner = new ProcessRunner(new JobLifeline(windows::job));
        Files.createFile(Files.createDirectory(folder.resolve("own")).resolve("rest.sock"));
    }

    @AfterEach
    void nothingIsLeft() {
        windows.assertNothingIsLeft();
    }

    private GuardedProcess start(String... argv) throws IOException {
        return runner.startGuarded(new CommandLine(List.of(argv)), folder.resolve("own"));
    }

    @Test
    void aProgramIsStartedWithoutAShellAndBelongsToAJob() throws Exception {
        GuardedProcess process = start("sleep", "600");

        assertThat(windows.calls()).containsExactly("SetInformationJobObject(0x2000)", "OpenProcess(0x101)");
        assertThat(folder.resolve("own")).exists();
        process.stop();
        assertThat(process.onExit().get(20, TimeUnit.SECONDS)).isEqualTo(143);
        untilItsFolderIsGone();
    }

    @Test
    void theExitCodeAndTheOutputAreThoseOfTheProgram() throws Exception {
        GuardedProcess process = start("sh", "-c", "echo words; exit 7");

        assertThat(process.onExit().get(20, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(process.output()).isEqualTo("words\n");
        untilItsFolderIsGone();
    }

    @Test
    void whatCannotBeTiedDoesNotRun() {
        windows.fail("AssignProcessToJobObject", 5);

        assertThatThrownBy(() -> start("sleep", "601"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("cannot be tied to this one (error 5)");
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("sleep 601"))
                .forEach(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void whatHasEndedAlreadyIsLeftAtThat() throws Exception {
        windows.fail("OpenProcess", 87);
        JobLifeline lifeline = new JobLifeline(windows::job);
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        lifeline.tie(process, folder.resolve("own"));

        assertThat(folder.resolve("own")).doesNotExist();
    }

    /// After the exit it is a matter of moments.
    private void untilItsFolderIsGone() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Files.exists(folder.resolve("own")) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(folder.resolve("own")).doesNotExist();
    }
}
