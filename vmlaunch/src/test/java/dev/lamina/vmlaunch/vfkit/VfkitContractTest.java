package dev.lamina.vmlaunch.vfkit;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.testing.FakeKernel;
import dev.lamina.vmlaunch.testing.MacContract;
import java.io.IOException;
import java.nio.file.Path;

/// With a stand-in for vfkit.
final class VfkitContractTest extends MacContract {

    @Override
    protected Hypervisor create(Path runtime) throws IOException {
        return Fakes.vfkit(folder, runtime);
    }

    @Override
    protected BootMedia printing(Path folder, String text) throws IOException {
        return FakeKernel.arm64Image(folder, text);
    }
}
