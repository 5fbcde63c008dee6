package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.FakeMac;
import dev.lamina.vmlaunch.testing.HypervisorContract;
import java.io.IOException;
import java.nio.file.Path;

/// The contract for machines of a Windows that is played.
abstract class PlayedContract extends HypervisorContract {

    @Override
    protected final int runtimeFolders() {
        return 0;
    }

    @Override
    protected final BootMedia printing(Path folder, String text) throws IOException {
        return FakeMac.bzImage(folder, text);
    }

    @Override
    protected final VmSpec machine(BootMedia media, Path stateDir) {
        return VmSpec.of("tiny", media, stateDir).withMemory(64 * VmSpec.MIB);
    }

    @Override
    protected final VmSpec deaf(VmSpec spec) {
        return spec.withExtraCmdline("fake.deaf");
    }
}
