package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import java.util.Map;

/// What Lamina calls in Windows' `ole32.dll`.
interface Ole32 extends Library {

    static Ole32 load(NativeLibraries libraries) {
        return libraries.load("ole32", Ole32.class, Map.of());
    }

    /// `void CoTaskMemFree(LPVOID memory);`
    void CoTaskMemFree(Pointer memory);
}
