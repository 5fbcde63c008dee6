package dev.lamina.vmlaunch;

import java.nio.file.Path;
import java.util.Optional;

/// UEFI firmware in place of the machine's own.
///
/// @param code the firmware; empty for the one that is installed
public record Uefi(Optional<Path> code) {}
