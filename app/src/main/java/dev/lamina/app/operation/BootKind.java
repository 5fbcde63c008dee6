package dev.lamina.app.operation;

/// How the user wants what they named to be understood.
public enum BootKind {
    /// By what is there, as LinuxKit does: a file by its ending and its first bytes, otherwise an earlier build.
    AUTO,
    /// The kernel and the initrd of an earlier build, even if a file has the name of its prefix.
    KERNEL,
    /// The kernel of an earlier build with its file `PREFIX-squashfs.img` as root file system.
    SQUASHFS,
    /// A CD image, whatever its name ends in.
    ISO
}
