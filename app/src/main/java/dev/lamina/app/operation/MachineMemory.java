package dev.lamina.app.operation;

import dev.lamina.assembler.facts.InitrdReader;
import dev.lamina.model.BootMedia;
import dev.lamina.model.memory.MemoryForecast;
import dev.lamina.model.memory.SystemLoad;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.util.Optional;

/// Gives a machine its memory: what the user wants if that can be enough, otherwise what its system needs.
final class MachineMemory {
    private static final long STEP = 64 * VmSpec.MIB;

    /// No machine has more, whatever limits say.
    private static final long MOST = 1L << 40;

    private MachineMemory() {}

    /// @throws NotEnoughMemoryException with the wish the system surely does not start
    static VmSpec apply(VmSpec spec, Optional<ByteSize> wish, Reporter reporter) throws IOException {
        return apply(spec, load(spec.media(), reporter), wish, reporter);
    }

    /// The same when it is known what the system needs.
    static VmSpec apply(VmSpec spec, Optional<SystemLoad> load, Optional<ByteSize> wish, Reporter reporter) {
        if (wish.isPresent()) {
            VmSpec wanted = spec.withMemory(wish.get().bytes());
            if (load.isPresent() && wanted.memoryBytes() < MemoryForecast.surely(load.get())) {
                throw NotEnoughMemoryException.inGuest(wanted.memoryMib(), mib(MemoryForecast.toStart(load.get())));
            }
            return wanted;
        }
        return load.map(known -> comfortable(spec, known, reporter))
                .orElseGet(() -> spec.withMemory(VmSpec.DEFAULT_MEMORY));
    }

    /// Empty for a disk or a CD: what they load is their own affair.
    static Optional<SystemLoad> load(BootMedia media, Reporter reporter) throws IOException {
        return switch (media) {
            case BootMedia.KernelInitrd direct ->
                direct.initrd().isPresent()
                        ? Optional.of(InitrdReader.of(direct.initrd().get(), reporter))
                        : Optional.empty();
            case BootMedia.KernelRoot root -> Optional.empty();
            case BootMedia.DiskImage disk -> Optional.empty();
            case BootMedia.Cd cd -> Optional.empty();
        };
    }

    private static VmSpec comfortable(VmSpec spec, SystemLoad load, Reporter reporter) {
        long start = comfortable(MemoryForecast.toStart(load));
        if (start > VmSpec.DEFAULT_MEMORY) {
            reporter.note("the machine gets " + mib(start) + " MiB of memory, because its initrd is large");
            return spec.withMemory(start);
        }
        return spec.withMemory(VmSpec.DEFAULT_MEMORY);
    }

    /// With room for what is not known.
    static long comfortable(long needed) {
        return roundUp(Math.min(MOST, needed) / 4 * 5, STEP);
    }

    private static long mib(long bytes) {
        return roundUp(bytes, VmSpec.MIB) / VmSpec.MIB;
    }

    private static long roundUp(long bytes, long unit) {
        return (bytes + unit - 1) / unit * unit;
    }
}
