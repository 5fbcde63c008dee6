package dev.lamina.vmlaunch.hyperkit;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.testing.FakeKernel;
import dev.lamina.vmlaunch.testing.MacContract;
import java.io.IOException;
import java.nio.file.Path;

/// With a stand-in for HyperKit.
final class HyperkitContractTest extends MacContract {

    @Override
    protected Hypervisor create(Path runtime) throws IOException {
        return Fakes.hyperkit(folder, runtime);
    }

    @Override
    protected BootMedia printing(Path folder, String text) throws IOException {
        return FakeKernel.bzImage(folder, text);
    }
}
