package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Map;

/// Where native libraries come from: this system, or, in tests, a folder of stand-ins.
interface NativeLibraries {

    /// @param name without its ending, e.g. `computecore`
    /// @param options of JNA
    /// @throws UnsatisfiedLinkError there is none of this name
    <T extends Library> T load(String name, Class<T> type, Map<String, Object> options);

    static NativeLibraries ofThisSystem() {
        return Native::load;
    }

    /// @throws HostComputeMissingException this is no Windows
    static NativeLibraries ofWindows() {
        if (!Platform.isWindows()) {
            throw HostComputeMissingException.notWindows();
        }
        return ofThisSystem();
    }
}
