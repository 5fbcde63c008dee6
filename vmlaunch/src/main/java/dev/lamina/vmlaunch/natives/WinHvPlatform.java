package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Map;

/// What Lamina calls in Windows' `WinHvPlatform.dll`, by `winhvplatform.h`.
interface WinHvPlatform extends Library {
    /// `WHvCapabilityCodeHypervisorPresent`; its value is a `BOOL`.
    int CAPABILITY_HYPERVISOR_PRESENT = 0;

    static WinHvPlatform load(NativeLibraries libraries) {
        return libraries.load("WinHvPlatform", WinHvPlatform.class, Map.of());
    }

    /// `HRESULT WHvGetCapability(WHV_CAPABILITY_CODE CapabilityCode, VOID *CapabilityBuffer,
    /// UINT32 CapabilityBufferSizeInBytes, UINT32 *WrittenSizeInBytes);`
    int WHvGetCapability(int code, Pointer buffer, int size, IntByReference written);
}
