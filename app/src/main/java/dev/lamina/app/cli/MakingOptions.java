package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.segment.CompressionLevel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How an image is made, whatever names its parts. Without `--arch`, whose default differs.
final class MakingOptions {
    @Option(
            names = "--compression",
            paramLabel = "LEVEL",
            converter = CompressionConverter.class,
            defaultValue = "default",
            description = "Of the initial ramdisk: fast, default, small (default: default).")
    CompressionLevel compression = CompressionLevel.DEFAULT;

    @Option(names = "--offline", description = "Fetch nothing; what is not in the store is an error.")
    boolean offline;

    @Option(
            names = "--locked",
            description = "Refuse packages that are not exactly those of the lock, and images without a digest.")
    boolean locked;

    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final ComponentsOption components = new ComponentsOption();

    Operations operations(Session session) {
        return components.of(store.operations(session), session);
    }
}
