package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the host prepared for a machine before its start.
///
/// @param shares the sockets of the programs that serve shared folders, in their order
record Attachments(Optional<FirmwareFiles> firmware, List<Path> shares) {
    static final Attachments NONE = new Attachments(Optional.empty(), List.of());

    Attachments {
        shares = List.copyOf(shares);
    }
}
