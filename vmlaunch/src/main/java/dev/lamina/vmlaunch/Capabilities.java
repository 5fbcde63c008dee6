package dev.lamina.vmlaunch;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import java.util.Set;

/// What a hypervisor can do, whatever this machine can.
///
/// @param guests architectures of guests
/// @param accelerators that it knows
/// @param diskFormats that it reads and writes
/// @param features what it can do besides running a guest
public record Capabilities(
        Set<Arch> guests, Set<Accelerator> accelerators, Set<DiskFormat> diskFormats, Set<Feature> features) {
    public Capabilities {
        guests = Set.copyOf(guests);
        accelerators = Set.copyOf(accelerators);
        diskFormats = Set.copyOf(diskFormats);
        features = Set.copyOf(features);
    }

    public boolean can(Feature feature) {
        return features.contains(feature);
    }
}
