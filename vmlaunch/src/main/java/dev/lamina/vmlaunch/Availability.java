package dev.lamina.vmlaunch;

import java.util.List;
import java.util.Optional;

/// Whether a hypervisor can be used here, and if not, why and what to do.
///
/// @param usable a machine can be started
/// @param summary one line, e.g. `QEMU 7.2.22 (/usr/bin/qemu-system-x86_64)` or `QEMU not found`
/// @param fix what the user can do when it is not usable, or usable with limits
/// @param facts further lines for `lamina doctor`
public record Availability(boolean usable, String summary, Optional<String> fix, List<String> facts) {
    public Availability {
        facts = List.copyOf(facts);
    }

    public static Availability ready(String summary, List<String> facts) {
        return new Availability(true, summary, Optional.empty(), facts);
    }

    public static Availability missing(String reason, String fix) {
        return new Availability(false, reason, Optional.of(fix), List.of());
    }
}
