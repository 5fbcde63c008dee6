package dev.lamina.app.cli;

import dev.lamina.app.operation.BootKind;
import picocli.CommandLine.Option;

/// What the input of `lamina run` is, when that is not to be found out: one of these at most.
final class KindOptions {
    @Option(names = "--iso", required = true, description = "The input is a CD image, whatever its name.")
    boolean iso;

    @Option(
            names = "--squashfs",
            required = true,
            description = "The input is the PREFIX of PREFIX-kernel and PREFIX-squashfs.img, its root file system.")
    boolean squashfs;

    @Option(
            names = "--kernel",
            required = true,
            description = "The input is the PREFIX of PREFIX-kernel and PREFIX-initrd.img, even if it is a file too.")
    boolean kernel;

    BootKind kind() {
        if (iso) {
            return BootKind.ISO;
        }
        return squashfs ? BootKind.SQUASHFS : BootKind.KERNEL;
    }
}
