package dev.lamina.app.operation;

import dev.lamina.model.value.Arch;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Tells the architecture of a kernel by its first bytes:
/// ```
/// x86     0x202 "HdrS"                          Documentation/arch/x86/boot.rst
/// arm64   0x038 "ARM\x64", maybe in a gzip      Documentation/arch/arm64/booting.rst
/// riscv   0x038 "RSC\x05", maybe in a gzip      Documentation/arch/riscv/boot-image-header.rst
/// ELF     0x000 "\x7fELF", 0x012 e_machine (byte 5 tells the order of its two bytes)
/// ```
final class KernelArch {
    private static final int HEAD = 4096;

    private KernelArch() {}

    /// Empty for a kernel that has none of these marks.
    static Optional<Arch> detect(Path kernel) throws IOException {
        try (InputStream in = Files.newInputStream(kernel)) {
            byte[] head = in.readNBytes(HEAD);
            return of(isGzip(head) ? unzipped(head) : head);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
    }

    /// The beginning of what the beginning of a gzip holds.
    private static byte[] unzipped(byte[] head) {
        byte[] start = new byte[HEAD];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            int count = 0;
            while (count < start.length) {
                start[count] = (byte) readByte(in);
                count++;
            }
        } catch (IOException e) {
            // Cut off, as expected, or no gzip after all: what came so far decides.
            return start;
        }
        return start;
    }

    private static int readByte(InputStream in) throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    private static Optional<Arch> of(byte[] head) {
        if (FirstBytes.has(head, 0, "\u007fELF")) {
            return ofElf(head);
        }
        if (FirstBytes.has(head, 0x38, "ARM\u0064")) {
            return Optional.of(Arch.ARM64);
        }
        if (FirstBytes.has(head, 0x38, "RSC\u0005")) {
            return Optional.of(Arch.RISCV64);
        }
        return FirstBytes.has(head, 0x202, "HdrS") ? Optional.of(Arch.AMD64) : Optional.empty();
    }

    private static Optional<Arch> ofElf(byte[] head) {
        if (head.length < 20) {
            return Optional.empty();
        }
        boolean bigEndian = head[5] == 2;
        int machine = bigEndian ? (head[18] & 0xff) << 8 | head[19] & 0xff : (head[19] & 0xff) << 8 | head[18] & 0xff;
        return switch (machine) {
            case 22 -> Optional.of(Arch.S390X);
            case 62 -> Optional.of(Arch.AMD64);
            case 183 -> Optional.of(Arch.ARM64);
            case 243 -> Optional.of(Arch.RISCV64);
            default -> Optional.empty();
        };
    }
}
