package dev.lamina.app.studio.live;

import dev.lamina.app.operation.BootTimeline.Part;
import java.time.Duration;
import java.util.Optional;

/// One bar of a boot.
///
/// @param begin since the machine started
/// @param earlier what it took in the boot before, when there was one and it had it
record BootRow(Part part, String name, Duration begin, Duration took, Optional<Duration> earlier) {

    Duration end() {
        return begin.plus(took);
    }

    /// How much longer it took than before; negative when it was faster.
    Optional<Duration> difference() {
        return earlier.map(took::minus);
    }
}
