package dev.lamina.app.operation;

import java.nio.file.Path;
import java.util.Optional;

/// The programs that run machines, as far as the user names them; the others are looked for.
///
/// @param backend the hypervisor, as `--backend` takes it; empty for the best of this computer
/// @param qemu `qemu-system-ARCH` or its folder
/// @param virtiofsd what shares folders with a guest
public record VmPrograms(Optional<String> backend, Optional<Path> qemu, Optional<Path> virtiofsd) {
    public static final VmPrograms USUAL = new VmPrograms(Optional.empty(), Optional.empty(), Optional.empty());
}
