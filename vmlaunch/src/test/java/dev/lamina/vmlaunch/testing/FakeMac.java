package dev.lamina.vmlaunch.testing;

import dev.lamina.vmlaunch.mac.MacProbe;
import dev.lamina.vmlaunch.natives.AcceleratorDevices.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A Mac that is not there.
public final class FakeMac {
    private FakeMac() {}

    /// `hypervisor.py` under another name.
    ///
    /// @param name `hyperkit` or `vfkit`
    /// @return the program, in a folder of its own
    public static Path program(Path folder, String name) throws IOException {
        return StandIn.make(folder.resolve("bin").resolve(name), "/fake/hypervisor.py");
    }

    /// Its Hypervisor.framework opens.
    public static MacProbe probe() {
        return new MacProbe(() -> new Answer(Optional.empty(), Optional.empty()));
    }
}
