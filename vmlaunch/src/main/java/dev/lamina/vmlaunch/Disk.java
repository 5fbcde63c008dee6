package dev.lamina.vmlaunch;

import dev.lamina.model.value.DiskFormat;
import java.nio.file.Path;

/// A disk image that the virtual machine sees as a virtio block device, in the order of the list.
///
/// @param file an existing image; Lamina creates none here
/// @param format always named, because a guest that can write the first bytes of a raw disk could let it pose as
///        one of another format
/// @param readOnly writes of the guest fail
public record Disk(Path file, DiskFormat format, boolean readOnly) {

    public static Disk raw(Path file) {
        return new Disk(file, DiskFormat.RAW, false);
    }

    public static Disk qcow2(Path file) {
        return new Disk(file, DiskFormat.QCOW2, false);
    }
}
