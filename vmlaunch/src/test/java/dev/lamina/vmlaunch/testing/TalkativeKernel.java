package dev.lamina.vmlaunch.testing;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/// A "Linux kernel" that prints 32 KiB on the first serial port, from its first instruction to its last, and powers
/// the machine off. Each byte is told by its number `i`: the sum of the two bytes of `i`.
/// ```
/// start: cld; xor %bx,%bx
/// loop:  mov %bl,%al; add %bh,%al; call put; inc %bx; cmp $0x8000,%bx; jne loop
/// off:   mov $0x604,%dx; mov $0x2000,%ax; out %ax,%dx            # ACPI PM1a control: S5
/// halt:  hlt; jmp halt
/// put:   mov %al,%ah; mov $0x3fd,%dx
/// wait:  in %dx,%al; test $0x40,%al; jz wait; mov $0x3f8,%dx; mov %ah,%al; out %al,%dx; ret    # all sent?
/// ```
public final class TalkativeKernel {
    private static final int BYTES = 0x8000;
    private static final byte[] CODE = HexFormat.of()
            .parseHex("fc31db88d800f8e811004381fb008075f2ba0406b80020eff4ebfd88c4bafd03eca84074fbbaf80388e0eec3");

    private TalkativeKernel() {}

    public static BootMedia in(Path folder) throws IOException {
        Path file = Files.write(folder.resolve("talkative-kernel"), TinyKernel.image(CODE));
        return new BootMedia.KernelInitrd(Arch.AMD64, file, Optional.empty(), "quiet");
    }

    /// What it prints, from the first to the last byte.
    public static byte[] output() {
        byte[] output = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            output[i] = (byte) (i + (i >> 8));
        }
        return output;
    }
}
