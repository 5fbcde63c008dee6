package dev.lamina.app.operation;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;

/// How fast an image came from a registry, beside how fast its bytes can come.
///
/// @param bytes of all layers
/// @param get its layers by plain HTTP, side by side as in a pull, and dropped
/// @param hashed the same, with their SHA-256
/// @param written the same, to files that are forced to the disk
/// @param pull into a new store: checked, written and forced to the disk
public record PullTimings(
        ImageRef image, Arch arch, int layers, long bytes, Cost get, Cost hashed, Cost written, Cost pull) {

    /// How many times as long as something else a pull takes; of the shortest runs, which others disturbed the least.
    public double ratio(Cost other) {
        return (double) pull.wall().min().toNanos() / other.wall().min().toNanos();
    }
}
