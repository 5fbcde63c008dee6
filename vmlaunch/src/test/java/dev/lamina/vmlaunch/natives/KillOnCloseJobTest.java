package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Through JNA into a library that plays Windows' job objects, on real processes.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class KillOnCloseJobTest extends WithWindows {
    private Process process;

    @BeforeEach
    void open() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aProcessEndsWithItsJob() throws Exception {
        KillOnCloseJob job = windows.job();
        job.add(process.toHandle());
        assertThat(process.isAlive()).isTrue();
        job.close();
        job.close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(windows.calls()).containsExactly("SetInformationJobObject(0x2000)", "OpenProcess(0x101)");
    }

    @Test
    void whatFailsSaysWhyAndLeavesNothing() throws Exception {
        windows.fail("CreateJobObjectW", 5);
        assertThatThrownBy(windows::job)
                .isInstanceOf(IOException.class)
                .hasMessage("no job object can be made (error 5)");
        windows.fail("SetInformationJobObject", 87);
        assertThatThrownBy(windows::job).hasMessage("a job object cannot be limited (error 87)");
        try (KillOnCloseJob job = windows.job()) {
            windows.fail("OpenProcess", 87);
            assertThatThrownBy(() -> job.add(process.toHandle()))
                    .hasMessage("process " + process.pid() + " cannot be opened (error 87)");
            windows.fail("AssignProcessToJobObject", 5);
            assertThatThrownBy(() -> job.add(process.toHandle()))
                    .hasMessage("process " + process.pid() + " cannot be tied to this one (error 5)");
        }
        assertThat(process.isAlive()).isTrue();
    }
}
