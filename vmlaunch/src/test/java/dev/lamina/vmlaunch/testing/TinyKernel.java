package dev.lamina.vmlaunch.testing;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// A "Linux kernel" of a few hundred bytes: it prints a text on the first serial port, echoes what is typed there and
/// powers the machine off at the key `q`. QEMU loads it like any bzImage.
///
/// Layout (Documentation/arch/x86/boot.rst): byte 0x1f1 setup sectors after the first, 0x200 a jump over the header,
/// 0x202 "HdrS", 0x206 protocol version, 0x211 load flags; then the code:
/// ```
/// start: cld; push %cs; pop %ds; mov $text,%si
/// print: lodsb; test %al,%al; jz keys; call put; jmp print
/// keys:  mov $0x3fd,%dx; in %dx,%al; test $1,%al; jz keys        # data ready?
///        mov $0x3f8,%dx; in %dx,%al; cmp $'q',%al; je off; call put; jmp keys
/// off:   mov $0x604,%dx; mov $0x2000,%ax; out %ax,%dx            # ACPI PM1a control: S5
/// halt:  hlt; jmp halt
/// put:   mov %al,%ah; mov $0x3fd,%dx
/// wait:  in %dx,%al; test $0x20,%al; jz wait; mov $0x3f8,%dx; mov %ah,%al; out %al,%dx; ret
/// text:  ...
/// ```
public final class TinyKernel {
    private static final int SETUP = 0x200;
    private static final int SECTORS = 8;
    private static final byte[] JUMP = HexFormat.of().parseHex("eb66");
    private static final byte[] CODE = HexFormat.of()
            .parseHex("fc0e1fbea800ac84c07405e82100ebf6bafd03eca80174f8baf803ec3c717405e80c00ebebba0406b80020eff4"
                    + "ebfd88c4bafd03eca82074fbbaf80388e0eec3");

    private TinyKernel() {}

    public static BootMedia printing(Path folder, String text) throws IOException {
        Path file = Files.write(folder.resolve("tiny-kernel"), image(text));
        return new BootMedia.KernelInitrd(Arch.AMD64, file, Optional.empty(), "quiet");
    }

    public static byte[] image(String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        return image(ByteBuffer.allocate(CODE.length + words.length + 1)
                .put(CODE)
                .put(words)
                .array());
    }

    /// The least that QEMU takes for a kernel, around what it is to do.
    static byte[] image(byte[] code) {
        ByteBuffer image = ByteBuffer.allocate((1 + SECTORS) * 512 + 4096).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x1f1, (byte) SECTORS);
        image.putShort(0x1fe, (short) 0xaa55);
        image.put(SETUP, JUMP);
        image.put(0x202, "HdrS".getBytes(StandardCharsets.US_ASCII));
        image.putShort(0x206, (short) 0x0202);
        image.put(0x211, (byte) 1);
        image.put(SETUP + 0x68, code);
        return image.array();
    }
}
