package dev.lamina.vmlaunch.host;

import dev.lamina.model.value.Arch;
import java.util.Locale;
import java.util.Map;

/// The machine that Lamina runs on.
public record HostSystem(Os os, Arch arch, Map<String, String> environment) {
    public enum Os {
        LINUX,
        MACOS,
        WINDOWS
    }

    public static HostSystem current(Map<String, String> environment) {
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

    public boolean isWindows() {
        return os == Os.WINDOWS;
    }
}
