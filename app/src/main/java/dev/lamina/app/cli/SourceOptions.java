package dev.lamina.app.cli;

import dev.lamina.app.operation.BootSource;
import dev.lamina.app.operation.Operations;
import dev.lamina.model.value.Arch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How what is booted is built. The names are those of [BuildOptions]; here the input may have been built already.
final class SourceOptions {
    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            converter = ArchConverter.class,
            description =
                    "amd64 or arm64, also written x86_64 or aarch64 (default: this computer's, or that of an earlier build's kernel).")
    @Nullable
    Arch arch;

    @Mixin
    final MakingOptions making = new MakingOptions();

    Operations operations(Session session) {
        return making.operations(session);
    }

    BootSource source(List<String> inputs, @Nullable String name) {
        return new BootSource(
                inputs, Optional.ofNullable(arch), Optional.ofNullable(name), making.compression, making.fetching());
    }
}
