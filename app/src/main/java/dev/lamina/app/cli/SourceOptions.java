package dev.lamina.app.cli;

import dev.lamina.app.operation.BootSource;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How what is booted is built.
final class SourceOptions {
    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            converter = Values.OfArch.class,
            description = "amd64 or arm64 (default: this machine's; that of the kernel for an earlier build).")
    @Nullable
    Arch arch;

    @Option(
            names = "--compression",
            paramLabel = "HOW",
            defaultValue = "default",
            description = "Of the initrd: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    CompressionLevel compression = CompressionLevel.DEFAULT;

    @Option(names = "--offline", description = "Fetch nothing; fail when something is not there.")
    boolean offline;

    @Option(names = "--locked", description = "Fail when a package differs from the lock.")
    boolean locked;

    BootSource source(List<String> inputs, @Nullable String name) {
        return new BootSource(
                inputs, Optional.ofNullable(arch), Optional.ofNullable(name), compression, offline, locked);
    }
}
