package dev.lamina.model;

import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.Optional;

/// A built image on its way from the assembler to a hypervisor.
public sealed interface BootMedia {
    Arch arch();

    /// Direct kernel boot.
    ///
    /// @param initrd absent when the kernel needs none
    /// @param cmdline the kernel command line of the composition
    record KernelInitrd(Arch arch, Path kernel, Optional<Path> initrd, String cmdline) implements BootMedia {}
}
