package dev.lamina.vmlaunch.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A boot sector that prints a text on the first serial port and halts. The firmware of a PC loads it to 0x7c00 from a
/// disk, and from a CD as an El Torito image without emulation.
/// ```
/// start: cld; xor %ax,%ax; mov %ax,%ds; mov $0x7c22,%si
/// print: lodsb; test %al,%al; jz halt; mov %al,%ah; mov $0x3fd,%dx
/// wait:  in %dx,%al; test $0x20,%al; jz wait; mov $0x3f8,%dx; mov %ah,%al; out %al,%dx; jmp print
/// halt:  hlt; jmp halt
/// text:  ...
/// ```
public final class TinyDisk {
    private static final byte[] CODE =
            HexFormat.of().parseHex("fc31c08ed8be227cac84c0741288c4bafd03eca82074fbbaf80388e0eeebe9f4ebfd");

    private TinyDisk() {}

    /// @param text at most some 400 bytes
    public static byte[] image(String text) {
        ByteBuffer image = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        image.put(CODE);
        image.put(text.getBytes(StandardCharsets.US_ASCII));
        image.putShort(510, (short) 0xaa55);
        return image.array();
    }
}
