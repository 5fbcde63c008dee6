package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.natives.AcceleratorDevices.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
final class AcceleratorDevicesTest {
    private static final String FIX = "turn on 'Windows Hypervisor Platform' in the Windows features and restart";

    @Test
    void windowsSaysWhetherItsHypervisorRuns() throws IOException {
        FakeWindows windows = FakeWindows.open();
        windows.controls().fake_hypervisor(1, 0);
        assertThat(AcceleratorDevices.whpx(windows.libraries())).isEqualTo(Answer.YES);

        windows.controls().fake_hypervisor(0, 0);
        Answer off = Answer.no("the Windows hypervisor does not run", FIX);
        assertThat(AcceleratorDevices.whpx(windows.libraries())).isEqualTo(off);
        windows.controls().fake_hypervisor(1, 0x80070005);
        assertThat(AcceleratorDevices.whpx(windows.libraries())).isEqualTo(off);

        assertThat(windows.calls()).hasSize(3).containsOnly("WHvGetCapability(0, 8)");
        windows.assertNothingIsLeft();
    }

    @Test
    void aWindowsWithoutThePlatformSaysHowToGetIt() throws IOException {
        assertThat(AcceleratorDevices.whpx(FakeWindows.open().without("WinHvPlatform")))
                .isEqualTo(Answer.no("the Windows Hypervisor Platform is not installed", FIX));
    }
}
