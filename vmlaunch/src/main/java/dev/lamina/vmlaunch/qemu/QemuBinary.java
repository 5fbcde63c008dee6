package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;

/// A QEMU that was found and asked for its version.
///
/// @param version e.g. `7.2.22`, or `unknown`
/// @param modified last change of the file, in milliseconds since 1970
record QemuBinary(Path path, String version, long modified) {

    String describe() {
        return "QEMU " + version + " (" + path + ")";
    }
}
