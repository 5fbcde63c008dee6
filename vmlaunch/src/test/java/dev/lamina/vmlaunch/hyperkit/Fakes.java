package dev.lamina.vmlaunch.hyperkit;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.testing.FakeMac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// HyperKit on a Mac that is not there.
final class Fakes {
    private Fakes() {}

    static HyperkitHypervisor hyperkit(Path folder, Path runtime) throws IOException {
        Path program = FakeMac.program(folder, "hyperkit");
        return on(
                HostSystem.Os.MACOS,
                Arch.AMD64,
                Map.of("LAMINA_HYPERKIT", program.toString(), "XDG_RUNTIME_DIR", runtime.toString()));
    }

    static HyperkitHypervisor on(HostSystem.Os os, Arch arch, Map<String, String> environment) {
        return new HyperkitHypervisor(new HostSystem(os, arch, environment), FakeMac.probe(), false);
    }
}
