package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.FakeMac;
import dev.lamina.vmlaunch.testing.HypervisorContract;
import java.io.IOException;
import java.nio.file.Path;

/// With a Windows that is played in Java, and serial ports on pipes of this system.
final class HypervContractTest extends HypervisorContract {

    @Override
    protected Hypervisor create(Path runtime) {

        return Fakes.hyperv(new PlayedWindows());
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
