package dev.lamina.app.cli;

import dev.lamina.model.value.Arch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of everything that is for one architecture, and for this computer's when nothing else is said.
final class ArchOption {
    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            converter = ArchConverter.class,
            description = "amd64 or arm64, also written x86_64 or aarch64 (default: this computer's).")
    @Nullable
    Arch arch;

    Arch get(Session session) {
        return arch != null ? arch : session.operations().hostArch();
    }
}
