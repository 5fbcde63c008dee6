package dev.lamina.model.memory;

import java.util.OptionalLong;

/// How much memory a machine needs to start a system that is unpacked into memory. `docs/memory.md` has the
/// measurements behind the numbers, and how far the forecast is from them: within 10 % for kernels and inits of the
/// catalogue on amd64.
///
/// Two moments decide. While the kernel unpacks the initrd, that still lies in memory, and the files go into a tmpfs
/// which may take half of what the kernel has left for everybody (mm/shmem.c, `shmem_default_max_blocks`): what does
/// not fit is missing, and the boot goes on without it. Later the initrd is gone, but init and services run.
public final class MemoryForecast {
    private static final long MIB = 1 << 20;

    /// The kernel itself with its tables, before anything runs.
    private static final long KERNEL = 48 * MIB;

    /// The same with drivers, the init and its helpers, and the room in which it starts a container.
    private static final long RUNNING = 68 * MIB;

    /// A service: its processes, its mounts, what the init and the kernel keep for it.
    private static final long SERVICE = 1200 << 10;

    /// For each page of 4096 bytes the kernel has a `struct page` of 64 bytes.
    private static final long PAGES_PER_TABLE = 64;

    private MemoryForecast() {}

    /// With less, files are missing.
    public static long toUnpack(SystemLoad load) {
        return withTables(2 * load.files() + load.initrd() + KERNEL);
    }

    /// With less, programs are ended for want of memory.
    public static long toRun(SystemLoad load) {
        long services = load.limits().stream()
                .mapToLong(limit -> Math.min(SERVICE, limit.orElse(SERVICE)))
                .sum();
        return withTables(load.files() + services + RUNNING);
    }

    /// What a machine needs to get ready with all services started. What they need later is not known.
    public static long toStart(SystemLoad load) {
        return Math.max(toUnpack(load), toRun(load));
    }

    /// What a machine needs when each service that has a limit uses all of it.
    public static long atLimits(SystemLoad load) {
        long beyond = load.limits().stream()
                .filter(OptionalLong::isPresent)
                .mapToLong(limit -> Math.max(0, limit.getAsLong() - SERVICE))
                .reduce(0, MemoryForecast::plus);
        return Math.max(toUnpack(load), plus(toRun(load), beyond));
    }

    /// With less it surely does not start: what the forecast may be wrong by is taken off.
    public static long surely(SystemLoad load) {
        return toStart(SystemLoad.of(load.initrd(), load.files(), 0)) / 10 * 9;
    }

    /// As [#surely], when nothing is known but the size of the initrd: files are at least as large as when they are
    /// compressed.
    public static long surely(long initrd) {
        return surely(SystemLoad.of(initrd, initrd, 0));
    }

    private static long withTables(long bytes) {
        return plus(bytes, bytes / (PAGES_PER_TABLE - 1));
    }

    /// Limits may be any number.
    private static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
