package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;
import java.util.Optional;

/// UEFI firmware as the two flash memories of a machine.
///
/// @param code the firmware; with its settings in the same file when there are no variables
/// @param variables the settings, which the guest changes
record FirmwareFiles(Path code, Optional<Path> variables) {}
