package dev.lamina.app.cli;

import dev.lamina.app.operation.Fetching;
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

    @Mixin
    final FetchingOptions images = new FetchingOptions();

    Fetching fetching() {
        return images.fetching();
    }

    Operations operations(Session session) {
        return images.operations(session);
    }
}
