package dev.lamina.vmlaunch.hyperkit;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.FakeMac;
import dev.lamina.vmlaunch.testing.HypervisorContract;
import java.io.IOException;
import java.nio.file.Path;

/// With a stand-in for HyperKit.
final class HyperkitContractTest extends HypervisorContract {

    @Override
    protected Hypervisor create(Path runtime) throws IOException {
        return Fakes.hyperkit(folder, runtime);
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
