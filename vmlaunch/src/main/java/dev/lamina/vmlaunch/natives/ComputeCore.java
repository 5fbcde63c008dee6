package dev.lamina.vmlaunch.natives;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/// What Lamina calls in Windows' `computecore.dll`, by `computecore.h`. Texts are UTF-16 by [Utf16]; texts that come
/// back are freed with `LocalFree`.
///
/// A call that takes an operation only begins; the operation's result says how it ended. Neither the operation nor
/// the system may be closed in between: the library would reach into what is gone.
interface ComputeCore extends Library {
    int GENERIC_ALL = 0x10000000;
    int INFINITE = -1;
    /// `HcsEventOptionNone`. With the other one, `HcsEventOptionEnableOperationCallbacks`, no operation may be
    /// waited for.
    int EVENT_OPTION_NONE = 0;

    static ComputeCore load(NativeLibraries libraries) {
        return libraries.load("computecore", ComputeCore.class, Utf16.options());
    }

    /// `HCS_SYSTEM`.
    final class HcsSystem extends PointerType {
        public HcsSystem() {}

        HcsSystem(Pointer pointer) {
            super(pointer);
        }
    }

    /// `HCS_OPERATION`.
    final class HcsOperation extends PointerType {
        public HcsOperation() {}
    }

    /// `HCS_EVENT_CALLBACK`.
    interface EventCallback extends Callback {
        /// `typedef void (CALLBACK *HCS_EVENT_CALLBACK)(HCS_EVENT *event, void *context);`
        void invoke(Pointer event, Pointer context);
    }

    /// `HCS_OPERATION HcsCreateOperation(const void *context, HCS_OPERATION_COMPLETION callback);`
    @Nullable
    HcsOperation HcsCreateOperation(@Nullable Pointer context, @Nullable Callback callback);

    /// `void HcsCloseOperation(HCS_OPERATION operation);`
    void HcsCloseOperation(HcsOperation operation);

    /// `HRESULT HcsWaitForOperationResult(HCS_OPERATION operation, DWORD timeoutMs, PWSTR *resultDocument);`
    int HcsWaitForOperationResult(HcsOperation operation, int timeoutMs, PointerByReference resultDocument);

    /// `HRESULT HcsCancelOperation(HCS_OPERATION operation);`
    int HcsCancelOperation(HcsOperation operation);

    /// `HRESULT HcsEnumerateComputeSystems(PCWSTR query, HCS_OPERATION operation);`
    int HcsEnumerateComputeSystems(@Nullable String query, HcsOperation operation);

    /// `HRESULT HcsCreateComputeSystem(PCWSTR id, PCWSTR configuration, HCS_OPERATION operation,
    /// const SECURITY_DESCRIPTOR *securityDescriptor, HCS_SYSTEM *computeSystem);`
    int HcsCreateComputeSystem(
            String id,
            String configuration,
            HcsOperation operation,
            @Nullable Pointer securityDescriptor,
            PointerByReference computeSystem);

    /// `HRESULT HcsOpenComputeSystem(PCWSTR id, DWORD requestedAccess, HCS_SYSTEM *computeSystem);`
    int HcsOpenComputeSystem(String id, int requestedAccess, PointerByReference computeSystem);

    /// `void HcsCloseComputeSystem(HCS_SYSTEM computeSystem);`
    void HcsCloseComputeSystem(HcsSystem computeSystem);

    /// `HRESULT HcsStartComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options);`
    int HcsStartComputeSystem(HcsSystem computeSystem, HcsOperation operation, @Nullable String options);

    /// `HRESULT HcsShutDownComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options);`
    int HcsShutDownComputeSystem(HcsSystem computeSystem, HcsOperation operation, @Nullable String options);

    /// `HRESULT HcsTerminateComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options);`
    int HcsTerminateComputeSystem(HcsSystem computeSystem, HcsOperation operation, @Nullable String options);

    /// `HRESULT HcsPauseComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options);`
    int HcsPauseComputeSystem(HcsSystem computeSystem, HcsOperation operation, @Nullable String options);

    /// `HRESULT HcsResumeComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options);`
    int HcsResumeComputeSystem(HcsSystem computeSystem, HcsOperation operation, @Nullable String options);

    /// `HRESULT HcsWaitForComputeSystemExit(HCS_SYSTEM computeSystem, DWORD timeoutMs, PWSTR *result);`
    int HcsWaitForComputeSystemExit(HcsSystem computeSystem, int timeoutMs, PointerByReference result);

    /// `HRESULT HcsSetComputeSystemCallback(HCS_SYSTEM computeSystem, HCS_EVENT_OPTIONS callbackOptions,
    /// const void *context, HCS_EVENT_CALLBACK callback);`
    int HcsSetComputeSystemCallback(
            HcsSystem computeSystem, int callbackOptions, @Nullable Pointer context, EventCallback callback);

    /// `HRESULT HcsGetServiceProperties(PCWSTR propertyQuery, PWSTR *result);`
    int HcsGetServiceProperties(@Nullable String propertyQuery, PointerByReference result);

    /// `HRESULT HcsGrantVmAccess(PCWSTR vmId, PCWSTR filePath);`
    int HcsGrantVmAccess(String vmId, String filePath);

    /// `HRESULT HcsRevokeVmAccess(PCWSTR vmId, PCWSTR filePath);`
    int HcsRevokeVmAccess(String vmId, String filePath);
}
