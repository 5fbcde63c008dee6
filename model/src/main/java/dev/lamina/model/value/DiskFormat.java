package dev.lamina.model.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the image of a disk is laid out.
public enum DiskFormat {
    RAW("raw"),
    QCOW2("qcow2"),
    VMDK("vmdk"),
    /// Virtual PC's, which Azure takes; QEMU calls it `vpc`.
    VHD("vpc"),
    VHDX("vhdx");

    private final String qemuName;

    DiskFormat(String qemuName) {
        this.qemuName = qemuName;
    }

    /// The value of QEMU's `format=`.
    public String qemuName() {
        return qemuName;
    }

    /// Accepts QEMU's names too.
    public static Optional<DiskFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(text) || format.qemuName.equals(text))
                .findFirst();
    }

    /// What the ending of a file's name says: `.qcow2`, `.vmdk`, `.vhd`, `.vhdx`, and [#RAW] for `.img` and `.raw`.
    public static Optional<DiskFormat> ofFileName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "img", "raw" -> Optional.of(RAW);
            case "qcow2", "vmdk", "vhd", "vhdx" -> parse(ending);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
