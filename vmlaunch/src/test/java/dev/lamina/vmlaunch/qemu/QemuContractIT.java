package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.HypervisorContract;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// With the real QEMU and a tiny kernel.
final class QemuContractIT extends HypervisorContract {

    @Override
    protected Hypervisor create(Path runtime) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_RUNTIME_DIR", runtime.toString());
        return new QemuHypervisor(
                new QemuSettings(Optional.empty(), Optional.empty(), environment, folder.resolve("cache")));
    }

    @Override
    protected BootMedia printing(Path folder, String text) throws IOException {
        return TinyKernel.printing(folder, text);
    }

    @Override
    protected VmSpec machine(BootMedia media, Path stateDir) {
        return VmSpec.of("tiny", media, stateDir).withMemory(64 * VmSpec.MIB).withAccelerator(AcceleratorChoice.TCG);
    }

    /// The tiny kernel never hears it.
    @Override
    protected VmSpec deaf(VmSpec spec) {
        return spec;
    }
}
