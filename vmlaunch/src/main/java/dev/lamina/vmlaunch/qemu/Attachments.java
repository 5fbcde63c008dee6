package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the host prepared for a machine before its start.
///
/// @param shares folders of the host, in their order
/// @param tpm the socket of the program that is the machine's TPM
record Attachments(Optional<FirmwareFiles> firmware, List<Share> shares, Optional<Path> tpm) {
    static final Attachments NONE = new Attachments(Optional.empty(), List.of(), Optional.empty());

    Attachments {
        shares = List.copyOf(shares);
    }

    /// Programs that serve folders read and write the guest's memory.
    boolean shareMemory() {
        return shares.stream().anyMatch(Share.Virtiofs.class::isInstance);
    }
}
