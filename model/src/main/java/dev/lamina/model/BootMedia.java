package dev.lamina.model;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import java.nio.file.Path;
import java.util.Optional;

/// A built image on its way from the assembler to a hypervisor.
public sealed interface BootMedia {
    Arch arch();

    /// The kernel that the hypervisor loads itself; empty when the machine's firmware looks for something to boot.
    default Optional<Path> directKernel() {
        return Optional.empty();
    }

    /// Direct kernel boot.
    ///
    /// @param initrd absent when the kernel needs none
    /// @param cmdline the kernel command line of the composition
    record KernelInitrd(Arch arch, Path kernel, Optional<Path> initrd, String cmdline) implements BootMedia {
        @Override
        public Optional<Path> directKernel() {
            return Optional.of(kernel);
        }
    }

    /// Direct boot of a kernel whose root file system is a disk.
    ///
    /// @param root a file system, read-only; the machine's first disk
    record KernelRoot(Arch arch, Path kernel, Path root, String cmdline) implements BootMedia {
        @Override
        public Optional<Path> directKernel() {
            return Optional.of(kernel);
        }
    }

    /// A disk that the machine's firmware boots, and that the guest may write to.
    record DiskImage(Arch arch, Path file, DiskFormat format) implements BootMedia {}

    /// A CD that the machine's firmware boots.
    record Cd(Arch arch, Path file) implements BootMedia {}
}
