package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A QEMU that was found and asked for its version.
///
/// @param version e.g. `7.2.22`, or `unknown`
/// @param modified last change of the file, in milliseconds since 1970
record QemuBinary(Path path, String version, long modified) {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /// One whose version is not known counts as new.
    boolean isOlderThan(int major, int minor) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.lookingAt()) {
            return false;
        }
        int first = Integer.parseInt(numbers.group(1));
        return first < major || first == major && Integer.parseInt(numbers.group(2)) < minor;
    }

    String describe() {
        return "QEMU " + version + " (" + path + ")";
    }
}
