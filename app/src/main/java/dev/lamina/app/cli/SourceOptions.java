package dev.lamina.app.cli;

import dev.lamina.app.operation.BootSource;
import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How what is booted is built. The names are those of [BuildOptions]; here the input may have been built already.
final class SourceOptions {
    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            converter = ArchConverter.class,
            description = "amd64 or arm64 (default: this computer's, or that of an earlier build's kernel).")
    @Nullable
    Arch arch;

    @Option(
            names = "--compression",
            paramLabel = "LEVEL",
            converter = CompressionConverter.class,
            defaultValue = "default",
            description = "Of the initial ramdisk: fast, default, small (default: default).")
    CompressionLevel compression = CompressionLevel.DEFAULT;

    @Option(names = "--offline", description = "Fetch nothing; what is not in the store is an error.")
    boolean offline;

    @Option(names = "--locked", description = "Refuse packages that are not exactly those of the lock.")
    boolean locked;

    @Option(names = "--cache", paramLabel = "DIR", description = "The image store to use (default: in LAMINA_HOME).")
    @Nullable
    Path cache;

    Operations operations(Session session) {
        return Stores.at(session, cache);
    }

    BootSource source(List<String> inputs, @Nullable String name) {
        return new BootSource(
                inputs, Optional.ofNullable(arch), Optional.ofNullable(name), compression, offline, locked);
    }
}
