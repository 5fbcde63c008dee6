package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/// `GUID`: `{ uint32_t Data1; uint16_t Data2, Data3; uint8_t Data4[8]; }`, so the first three parts are turned
/// around in memory.
final class Guid {
    static final int BYTES = 16;

    private Guid() {}

    static Memory memory(UUID id) {
        long high = id.getMostSignificantBits();
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
        Memory memory = new Memory(BYTES);
        memory.write(0, bytes, 0, BYTES);
        return memory;
    }
}
