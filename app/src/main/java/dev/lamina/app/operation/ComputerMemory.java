package dev.lamina.app.operation;

import com.sun.management.OperatingSystemMXBean;
import dev.lamina.app.doctor.Instruments.Memory;
import dev.lamina.vmlaunch.host.HostMemory;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.OptionalLong;

/// How much memory this computer has. Linux tells best what can be had; elsewhere Java asks.
final class ComputerMemory {
    private ComputerMemory() {}

    static Memory of(Os os) {
        return os == Os.LINUX ? linux(new HostMemory(Path.of("/"))) : others();
    }

    private static Memory linux(HostMemory memory) {
        return new Memory(memory.total(), memory.available(), memory.limited());
    }

    /// What macOS calls free is far less than what can be had, so it is left out there.
    private static Memory others() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            OptionalLong free = System.getProperty("os.name", "").startsWith("Windows")
                    ? OptionalLong.of(system.getFreeMemorySize())
                    : OptionalLong.empty();
            return new Memory(OptionalLong.of(system.getTotalMemorySize()), free, false);
        }
        return new Memory(OptionalLong.empty(), OptionalLong.empty(), false);
    }
}
