package dev.lamina.vmlaunch.natives;

/// The few result numbers that the calls themselves must know (Microsoft: *HRESULT values of the Host Compute
/// System*). What all the others mean to the user is not decided here.
final class Hresult {
    static final int E_OUTOFMEMORY = 0x8007000E;
    /// `HCS_E_SYSTEM_NOT_FOUND`.
    static final int SYSTEM_NOT_FOUND = 0x8037010E;
    /// `HCS_E_OPERATION_PENDING`.
    static final int OPERATION_PENDING = 0x80370117;
    /// `HCS_E_OPERATION_TIMEOUT`.
    static final int OPERATION_TIMEOUT = 0x80370118;
    /// `HCS_E_SERVICE_DISCONNECT`.
    static final int SERVICE_DISCONNECT = 0x8037011E;

    private Hresult() {}

    static boolean failed(int hresult) {
        return hresult < 0;
    }
}
