package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.ptr.PointerByReference;
import dev.lamina.vmlaunch.natives.ComputeCore.HcsOperation;
import dev.lamina.vmlaunch.natives.ComputeCore.HcsSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The stand-ins notice what would end a real process.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
final class FakeWindowsTest {

    @Test
    void closingUnderAnOperationIsNoticed() throws IOException {
        FakeWindows windows = FakeWindows.open();
        ComputeCore core = ComputeCore.load(windows.libraries());
        PointerByReference system = new PointerByReference();
        HcsOperation operation = Objects.requireNonNull(core.HcsCreateOperation(null, null));
        windows.delay("HcsCreateComputeSystem", Duration.ofMillis(50));
        core.HcsCreateComputeSystem("vm", "{}", operation, null, system);
        core.HcsCloseComputeSystem(new HcsSystem(system.getValue()));
        core.HcsCloseOperation(operation);

        assertThat(windows.controls().fake_bugs())
                .isEqualTo("system closed while an operation is pending\noperation closed while pending\n");
        windows.controls().fake_reset(); // waits for the operation
    }

    @Test
    void freeingTwiceOrByTheWrongFunctionIsNoticed() throws IOException {
        FakeWindows windows = FakeWindows.open();
        ComputeCore core = ComputeCore.load(windows.libraries());
        PointerByReference text = new PointerByReference();
        core.HcsGetServiceProperties(null, text);
        assertThat(windows.controls().fake_leaks()).isEqualTo("LocalAlloc=1 ");
        Ole32.load(windows.libraries()).CoTaskMemFree(text.getValue());
        Kernel32 kernel32 = Kernel32.load(windows.libraries());
        kernel32.LocalFree(text.getValue());
        kernel32.LocalFree(text.getValue());

        assertThat(windows.controls().fake_bugs())
                .isEqualTo("CoTaskMemAlloc memory freed by the wrong function\nLocalAlloc memory freed twice\n");
        assertThat(windows.controls().fake_leaks()).isEmpty();
    }
}
