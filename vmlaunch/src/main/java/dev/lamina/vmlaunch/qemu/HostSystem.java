package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import java.util.Locale;
import java.util.Map;

/// The machine that Lamina runs on.
record HostSystem(Os os, Arch arch, Map<String, String> environment) {
    enum Os {
        LINUX,
        MACOS,
        WINDOWS
    }

    static HostSystem current(Map<String, String> environment) {
        return new HostSystem(
                os(System.getProperty("os.name")), Arch.ofJavaProperty(System.getProperty("os.arch")), environment);
    }

    private static Os os(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return Os.WINDOWS;
        }
        return lower.startsWith("mac") ? Os.MACOS : Os.LINUX;
    }

    boolean isWindows() {
        return os == Os.WINDOWS;
    }
}
