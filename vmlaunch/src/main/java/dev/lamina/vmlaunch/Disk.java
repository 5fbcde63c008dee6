package dev.lamina.vmlaunch;

import java.nio.file.Path;
import java.util.Locale;

/// A disk image that the virtual machine sees as a virtio block device, in the order of the list.
///
/// @param file an existing image; Lamina creates none here
/// @param format always named, because a guest that can write the first bytes of a raw disk could pose as another
/// format
/// @param readOnly writes of the guest fail
public record Disk(Path file, Format format, boolean readOnly) {

    public static Disk raw(Path file) {
        return new Disk(file, Format.RAW, false);
    }

    public static Disk qcow2(Path file) {
        return new Disk(file, Format.QCOW2, false);
    }

    /// How the image is laid out.
    public enum Format {
        RAW,
        QCOW2;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
