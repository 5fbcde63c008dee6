package dev.lamina.vmlaunch;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import java.util.Set;

/// What a hypervisor can do, whatever this machine can.
///
/// @param guests architectures of guests
/// @param accelerators that it knows
/// @param diskFormats that it reads and writes
/// @param publishedPorts it can lead ports of the host to the guest
/// @param guestChannels the guest's event and control channels work
/// @param gracefulStop it can ask the guest to power off
public record Capabilities(
        Set<Arch> guests,
        Set<Accelerator> accelerators,
        Set<DiskFormat> diskFormats,
        boolean publishedPorts,
        boolean guestChannels,
        boolean gracefulStop) {
    public Capabilities {
        guests = Set.copyOf(guests);
        accelerators = Set.copyOf(accelerators);
        diskFormats = Set.copyOf(diskFormats);
    }
}
