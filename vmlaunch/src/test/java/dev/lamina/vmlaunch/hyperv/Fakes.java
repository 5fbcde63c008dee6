package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/// Hyper-V on a Windows that is not there.
final class Fakes {
    private Fakes() {}

    static HostSystem windows() {
        return new HostSystem(HostSystem.Os.WINDOWS, Arch.AMD64, Map.of());
    }

    static HypervHypervisor hyperv(Services services) {
        return new HypervHypervisor(windows(), services, new ProcessRunner(), new Random(1));
    }

    static HypervHypervisor hyperv(PlayedWindows windows) {
        return hyperv(windows.services());
    }

    static HypervProbe probe(HostSystem host, Services services, Duration patience) {
        DefaultSwitch network = new DefaultSwitch(services.networks());
        return new HypervProbe(host, services, network, new Orphans(services, network), patience);
    }
}
