package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.natives.FakeWindows;
import dev.lamina.vmlaunch.testing.FakeMac;
import dev.lamina.vmlaunch.testing.HypervisorContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// With Windows' libraries as C plays them: all calls and the console go through the real native layer.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the played libraries are built for systems with POSIX threads")
@SuppressWarnings("NullAway.Init")
final class HypervNativeContractTest extends HypervisorContract {
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

    @Override
    protected int runtimeFolders() {
        return 0;
    }

    @Override
    protected BootMedia printing(Path folder, String text) throws IOException {
        return FakeMac.bzImage(folder, text);
    }

    @Override
    protected VmSpec machine(BootMedia media, Path stateDir) {
        return VmSpec.of("tiny", media, stateDir).withMemory(64 * VmSpec.MIB);
    }

    @Override
    protected VmSpec deaf(VmSpec spec) {
        return spec.withExtraCmdline("fake.deaf");
    }
}
