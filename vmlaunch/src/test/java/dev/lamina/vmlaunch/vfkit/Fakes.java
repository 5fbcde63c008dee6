package dev.lamina.vmlaunch.vfkit;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.testing.FakeMac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// vfkit on a Mac that is not there.
final class Fakes {
    private Fakes() {}

    static VfkitHypervisor vfkit(Path folder, Path runtime) throws IOException {
        Path program = FakeMac.program(folder, "vfkit");
        return on(
                HostSystem.Os.MACOS,
                Arch.ARM64,
                Map.of("LAMINA_VFKIT", program.toString(), "XDG_RUNTIME_DIR", runtime.toString()));
    }

    static VfkitHypervisor on(HostSystem.Os os, Arch arch, Map<String, String> environment) {
        return new VfkitHypervisor(new HostSystem(os, arch, environment), FakeMac.probe());
    }
}
