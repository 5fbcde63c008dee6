package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A file that a machine's firmware can boot, told from a document by its ending or its content:
/// ```
/// CD     0x8001 "CD001"        ECMA-119 §8.1
/// disk   0x01fe 55 aa          the boot sector of a PC, with or without a partition table
/// qcow2  0x0000 "QFI\xfb"
/// ```
/// @param shown the name as the user gave it
record BootFile(Path path, String shown) {
    private static final int BOOT_SECTOR = 512;

    /// @return empty for what is neither a CD nor a disk
    Optional<BootMedia> recognise(Arch arch) throws IOException {
        if (shown.toLowerCase(Locale.ROOT).endsWith(".iso")) {
            return Optional.of(cd(arch));
        }
        Optional<DiskFormat> named = DiskFormat.ofFileName(shown);
        if (named.isPresent()) {
            return Optional.of(new BootMedia.DiskImage(arch, path, checked(named.get())));
        }
        byte[] head = bytes(0, BOOT_SECTOR);
        if (isCd()) {
            return Optional.of(cd(arch));
        }
        boolean bootSector = head.length == BOOT_SECTOR && (head[510] & 0xff) == 0x55 && (head[511] & 0xff) == 0xaa;
        return bootSector || FirstBytes.areOfQcow2(head)
                ? Optional.of(new BootMedia.DiskImage(arch, path, checked(DiskFormat.RAW)))
                : Optional.empty();
    }

    /// @throws InputException it is no CD image
    BootMedia cd(Arch arch) throws IOException {
        if (!isCd()) {
            throw new InputException(shown + " is not a CD image", "an ISO 9660 file system is wanted");
        }
        return new BootMedia.Cd(arch, path);
    }

    private boolean isCd() throws IOException {
        return FirstBytes.has(bytes(0x8001, 5), 0, "CD001");
    }

    /// A qcow2 is one by its name alone, see [FirstBytes#areOfQcow2].
    private DiskFormat checked(DiskFormat format) throws IOException {
        if (format == DiskFormat.RAW && FirstBytes.areOfQcow2(bytes(0, BOOT_SECTOR))) {
            throw new InputException(
                    shown + " looks like qcow2, but its name does not end in .qcow2", "rename it to end in .qcow2");
        }
        return format;
    }

    private byte[] bytes(long offset, int count) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            channel.position(offset);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // What a disk or a file gives at once may be less.
                continue;
            }
            byte[] read = new byte[buffer.position()];
            buffer.flip().get(read);
            return read;
        }
    }
}
