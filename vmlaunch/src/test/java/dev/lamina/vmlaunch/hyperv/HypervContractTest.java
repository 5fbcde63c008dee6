package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.Hypervisor;
import java.nio.file.Path;

/// With a Windows that is played in Java, and serial ports on pipes of this system.
final class HypervContractTest extends PlayedContract {

    @Override
    protected Hypervisor create(Path runtime) {
        return Fakes.hyperv(new PlayedWindows());
    }
}
