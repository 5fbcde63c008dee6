package dev.lamina.vmlaunch.qemu;

import java.nio.file.Files;
import java.nio.file.Path;

/// UEFI firmware with the template of its settings, as it is installed.
record FirmwarePair(Path code, Path variables) {

    boolean exists() {
        return Files.isRegularFile(code) && Files.isRegularFile(variables);
    }
}
