package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;

/// How a folder of the host gets into the guest.
sealed interface Share {

    /// @param socket of the virtiofsd that serves it
    record Virtiofs(Path socket) implements Share {}

    /// @param folder that QEMU serves itself
    record Plan9(Path folder) implements Share {}
}
