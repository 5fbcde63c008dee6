package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;

/// `typedef struct HCS_EVENT { HCS_EVENT_TYPE Type; PCWSTR EventData; HCS_OPERATION Operation; } HCS_EVENT;`
///
/// @param type one of `HCS_EVENT_TYPE`
/// @param data JSON, or nothing
record HcsEvent(int type, String data) {
    /// `HcsEventSystemExited`.
    static final int SYSTEM_EXITED = 1;
    /// `HcsEventServiceDisconnect`.
    static final int SERVICE_DISCONNECT = 0x02000000;

    static final int BYTES = 24;
    static final int TYPE_AT = 0;
    /// Pointers stand at multiples of their size.
    static final int DATA_AT = 8;

    static HcsEvent read(Pointer event) {
        Pointer data = event.getPointer(DATA_AT);
        return new HcsEvent(event.getInt(TYPE_AT), data == null ? "" : Utf16.text(data));
    }
}
