package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.natives.FakeWindows;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// With Windows' libraries as C plays them: all calls and the console go through the real native layer.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the played libraries are built for systems with POSIX threads")
@SuppressWarnings("NullAway.Init")
final class HypervNativeContractTest extends PlayedContract {
    private FakeWindows windows;

    @Override
    protected Hypervisor create(Path runtime) throws IOException {
        windows = FakeWindows.open();
        return Fakes.hyperv(new NativeWindows(windows).services());
    }

    @AfterEach
    void nothingIsLeft() {
        windows.assertNothingIsLeft();
    }
}
