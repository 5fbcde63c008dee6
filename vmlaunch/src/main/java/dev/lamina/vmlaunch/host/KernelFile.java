package dev.lamina.vmlaunch.host;

import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.InPieces;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What the first bytes of a kernel say about its form. Most hypervisors load fewer forms than QEMU, and
/// fail late, or hang.
///
/// ```
/// 0x000  1f 8b                      gzip
/// 0x000  7f "ELF"                   vmlinux
/// 0x000  "MZ"                       a program for UEFI, whatever else it is
/// 0x000  "MZ", 0x004 "zimg"         EFI zboot (linux/drivers/firmware/efi/libstub/zboot-header.S):
///                                   0x008 offset and 0x00c size of the packed kernel, 0x018 the packing
/// 0x038  "ARM\x64"                  arm64 Image (Documentation/arch/arm64/booting.rst)
/// 0x202  "HdrS", 0x206 version      bzImage (Documentation/arch/x86/boot.rst)
/// ```
public final class KernelFile {
    private static final int HEAD = 0x208;
    /// No kernel unpacks to more.
    private static final long LARGEST = 512L << 20;

    private final Path file;
    private final ByteBuffer head;

    private KernelFile(Path file, ByteBuffer head) {
        this.file = file;
        this.head = head;
    }

    public static KernelFile read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = new byte[HEAD];
            stream.readNBytes(bytes, 0, HEAD);
            return new KernelFile(file, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /// A bzImage of at least this version of its protocol, e.g. 0x20a for 2.10.
    public boolean isBzImage(int version) {
        return text(0x202, "HdrS") && Short.toUnsignedInt(head.getShort(0x206)) >= version;
    }

    public boolean isArm64Image() {
        return text(0x38, "ARM\u0064") && !isZboot();
    }

    public boolean isElf() {
        return text(0, "\u007fELF");
    }

    /// A firmware of UEFI boots it by itself.
    public boolean isEfi() {
        return text(0, "MZ");
    }

    private boolean isGzip() {
        return head.getShort(0) == (short) 0x8b1f;
    }

    private boolean isZboot() {
        return text(0, "MZ") && text(4, "zimg");
    }

    private boolean text(int offset, String expected) {
        byte[] found = new byte[expected.length()];
        head.get(offset, found);
        return expected.equals(new String(found, StandardCharsets.ISO_8859_1));
    }

    /// An unpacked arm64 kernel: this file, or one that is written.
    ///
    /// @param target where to unpack to
    /// @throws InputException this is no kernel for arm64
    public Path arm64Image(Path target) throws IOException {
        if (isArm64Image()) {
            return file;
        }
        if (isGzip()) {
            unpack(0, Files.size(file), target);
        } else if (isZboot() && text(0x18, "gzip")) {
            unpack(Integer.toUnsignedLong(head.getInt(8)), Integer.toUnsignedLong(head.getInt(12)), target);
        } else {
            throw noKernel();
        }
        if (!read(target).isArm64Image()) {
            throw noKernel();
        }
        return target;
    }

    private InputException noKernel() {
        return new InputException(
                file + " is no kernel for arm64 that can be unpacked here",
                "take a kernel that is an Image, plain or packed with gzip");
    }

    private void unpack(long offset, long size, Path target) throws IOException {
        try (InputStream whole = Files.newInputStream(file)) {
            whole.skipNBytes(offset);
            try (InputStream packed = new GZIPInputStream(new Limited(whole, size));
                    OutputStream plain = Files.newOutputStream(target)) {
                new Limited(packed, LARGEST).transferTo(plain);
            }
        } catch (ZipException | EOFException e) {
            throw noKernel();
        }
    }

    /// The first bytes of a stream.
    private static final class Limited extends InPieces {
        private final InputStream stream;
        private long left;

        Limited(InputStream stream, long most) {
            this.stream = stream;
            this.left = most;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = stream.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
