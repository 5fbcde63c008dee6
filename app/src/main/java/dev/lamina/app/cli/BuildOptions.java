package dev.lamina.app.cli;

import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of everything that builds.
final class BuildOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "YAML files, merged in this order; - is standard input.")
    List<String> files = List.of();

    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            converter = ArchConverter.class,
            description = "amd64 or arm64 (default: this computer's).")
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

    Arch arch(Session session) {
        return arch != null ? arch : Arch.ofJavaProperty(session.environment().architecture());
    }

    Operations operations(Session session) {
        return Stores.at(session, cache);
    }

    /// The composition, without problems.
    ReadResult read(Session session) {
        return session.operations().readComposition().read(files, session.in()).orThrow();
    }

    BuildImage.Request request(Session session, List<String> formats, Optional<String> name, Path dir) {
        return new BuildImage.Request(
                read(session),
                arch(session),
                formats,
                name.orElseGet(this::name),
                session.environment().directory().resolve(dir),
                compression,
                offline,
                locked);
    }

    /// The last file's name without its ending, as LinuxKit has it.
    String name() {
        String last = files.getLast();
        if (last.equals("-")) {
            return "moby";
        }
        String file = Path.of(last).getFileName().toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
