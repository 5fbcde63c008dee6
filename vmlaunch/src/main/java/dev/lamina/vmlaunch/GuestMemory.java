package dev.lamina.vmlaunch;

import java.util.OptionalLong;

/// How much memory a guest needs at least to unpack its initrd.
///
/// The initrd lies in memory while it is unpacked into a tmpfs that may take half of what the kernel leaves. Below the
/// minimum the kernel prints that unpacking failed, and boots without what did not fit.
public final class GuestMemory {
    /// What a kernel takes for itself, unpacked, with its tables and the first processes (measured: the cloud kernel
    /// boots with 80 MiB and a ramdisk of 2.8 MB that holds 8.7 MB, and is silent with 65).
    private static final long KERNEL_AT_WORK = 62 * VmSpec.MIB;

    private GuestMemory() {}

    /// @param initrd size in bytes as it lies on the disk
    /// @param unpacked size in bytes when known; otherwise twice the initrd is assumed
    /// @return a lower bound in bytes, not a comfortable size
    public static long minimum(long initrd, OptionalLong unpacked) {
        long files = unpacked.orElse(2 * initrd);
        return Math.max(2 * files, files + initrd) + KERNEL_AT_WORK;
    }
}
