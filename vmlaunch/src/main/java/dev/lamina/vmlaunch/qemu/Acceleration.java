package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.Accelerator;
import java.time.Instant;
import java.util.Optional;

/// What is known of this system's accelerator for guests of its own architecture.
///
/// @param obstacle why it does not open, as part of a sentence; empty when it opens
/// @param fix what to do about that
/// @param trial what was seen when it last ran a kernel with the QEMU of today
public record Acceleration(
        Accelerator accelerator, Optional<String> obstacle, Optional<String> fix, Optional<Trial> trial) {

    /// @param works it ran a kernel
    /// @param detail why not
    public record Trial(boolean works, String detail, Instant when) {}

    /// It opens, and nothing is known against it.
    public boolean likely() {
        return obstacle.isEmpty() && trial.map(Trial::works).orElse(true);
    }

    /// It was seen to run a kernel.
    public boolean certain() {
        return obstacle.isEmpty() && trial.map(Trial::works).orElse(false);
    }

    /// In one line.
    public String text() {
        if (obstacle.isPresent()) {
            return accelerator + " cannot be used: " + obstacle.get();
        }
        return trial.map(seen ->
                        seen.works() ? accelerator + " runs kernels" : accelerator + " opens, but " + seen.detail())
                .orElse(accelerator + " opens; the first start tries whether it runs the kernel");
    }
}
