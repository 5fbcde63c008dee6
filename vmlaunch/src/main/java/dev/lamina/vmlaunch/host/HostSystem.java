package dev.lamina.vmlaunch.host;

import dev.lamina.model.value.Arch;
import java.util.Locale;
import java.util.Map;

/// The machine that Lamina runs on.
public record HostSystem(Os os, Arch arch, Map<String, String> environment) {
    public enum Os {
        LINUX,
        MACOS,
        WINDOWS;

        /// The one that this process runs on.
        public static Os current() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) {
                return WINDOWS;
            }
            return name.startsWith("mac") ? MACOS : LINUX;
        }
    }

    public static HostSystem current(Map<String, String> environment) {
        return new HostSystem(Os.current(), Arch.ofJavaProperty(System.getProperty("os.arch")), environment);
    }

    public boolean isWindows() {
        return os == Os.WINDOWS;
    }
}
