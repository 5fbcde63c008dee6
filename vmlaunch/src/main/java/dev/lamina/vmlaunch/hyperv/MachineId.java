package dev.lamina.vmlaunch.hyperv;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;

/// The identifier of a machine and of its network card: random, but for the last eight digits, which are the process
/// that made it. A machine whose process is gone is nobody's.
record MachineId(UUID value) {
    private static final long PROCESS = 0xFFFF_FFFFL;

    /// Version 4 and variant 1 of RFC 9562.
    static MachineId random(RandomGenerator random, long process) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_0000_0000L | 0x8000_0000_0000_0000L;
        return new MachineId(new UUID(high, low | process & PROCESS));
    }

    static Optional<MachineId> parse(String text) {
        try {
            return Optional.of(new MachineId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    long process() {
        return value.getLeastSignificantBits() & PROCESS;
    }

    /// @param alive whether a process of this number runs
    boolean isOrphan(LongPredicate alive) {
        return !alive.test(process());
    }

    /// A card's address in Microsoft's range, and by its random part.
    String mac() {
        long random = value.getMostSignificantBits() >>> 40;
        return "00-15-5D-%02X-%02X-%02X".formatted(random >>> 16 & 0xFF, random >>> 8 & 0xFF, random & 0xFF);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
