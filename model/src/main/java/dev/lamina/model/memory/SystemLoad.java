package dev.lamina.model.memory;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/// What of a system in memory decides how much of it a machine needs.
///
/// @param initrd bytes of the initrd as it is loaded, compressed
/// @param files bytes of the files in it, each in whole pages
/// @param limits how much each service may use at most, in bytes; empty for those that say nothing
public record SystemLoad(long initrd, long files, List<OptionalLong> limits) {
    private static final long PAGE = 4096;

    public SystemLoad {
        limits = List.copyOf(limits);
    }

    /// Of services that say nothing about their memory.
    public static SystemLoad of(long initrd, long files, int services) {
        return new SystemLoad(initrd, files, Collections.nCopies(services, OptionalLong.empty()));
    }

    /// The room of a file in memory.
    public static long pages(long size) {
        return (size + PAGE - 1) / PAGE * PAGE;
    }
}
