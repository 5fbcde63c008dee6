package dev.lamina.app.cli;

import dev.lamina.app.operation.Fetching;
import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.problem.InputException;
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

    @Option(
            names = "--pull",
            description = "Ask the registries also for images that are in the store: they may have newer ones.")
    boolean pull;

    @Option(
            names = "--docker",
            description = "Take images from docker of this computer when it has them, before looking elsewhere.")
    boolean docker;

    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final ComponentsOption components = new ComponentsOption();

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    Fetching fetching() {
        if (offline && pull) {
            throw new InputException("--pull asks registries, and --offline forbids it", "leave one of them out");
        }
        return new Fetching(offline, locked, pull, docker);
    }

    Operations operations(Session session) {
        return registries.of(components.of(store.operations(session), session), session);
    }
}
