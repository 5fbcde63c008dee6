package dev.lamina.app.operation;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.util.Optional;

/// Gives a machine its memory: what the user wants if that is enough, otherwise what its system needs.
final class MachineMemory {
    private static final long STEP = 64 * VmSpec.MIB;

    private MachineMemory() {}

    /// @throws NotEnoughMemoryException the wish is less than unpacking the initrd takes
    static VmSpec apply(VmSpec spec, Optional<ByteSize> wish, Reporter reporter) throws IOException {
        long needed = MemoryForecast.of(spec.media(), reporter);
        if (wish.isPresent()) {
            VmSpec wanted = spec.withMemory(wish.get().bytes());
            if (wanted.memoryBytes() < needed) {
                throw NotEnoughMemoryException.inGuest(wanted.memoryMib(), mib(needed));
            }
            return wanted;
        }
        long comfortable = roundUp(needed + needed / 4, STEP);
        if (comfortable <= VmSpec.DEFAULT_MEMORY) {
            return spec.withMemory(VmSpec.DEFAULT_MEMORY);
        }
        reporter.note("the machine gets " + mib(comfortable) + " MiB of memory, because its initrd is large");
        return spec.withMemory(comfortable);
    }

    private static long mib(long bytes) {
        return roundUp(bytes, VmSpec.MIB) / VmSpec.MIB;
    }

    private static long roundUp(long bytes, long unit) {
        return (bytes + unit - 1) / unit * unit;
    }
}
