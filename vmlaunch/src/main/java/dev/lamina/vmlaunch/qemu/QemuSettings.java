package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where to look for QEMU and where to remember things.
///
/// @param location the program or its folder, as set by the user
/// @param virtiofsd the program that shares folders, as set by the user
/// @param environment of the process: `LAMINA_QEMU`, `PATH`, `XDG_RUNTIME_DIR`, `ProgramFiles` are read
/// @param cacheDir where verdicts on accelerators are kept
public record QemuSettings(
        Optional<Path> location, Optional<Path> virtiofsd, Map<String, String> environment, Path cacheDir) {
    public QemuSettings {
        environment = Map.copyOf(environment);
    }
}
