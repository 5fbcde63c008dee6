package dev.lamina.app.cli;

import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.BuildSubject;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.RemoteText;
import dev.lamina.model.yaml.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of everything that builds.
final class BuildOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "YAML files or their addresses (http, https), merged in this order; - is standard input.")
    List<String> files = List.of();

    @Mixin
    final ArchOption arch = new ArchOption();

    @Mixin
    final MakingOptions making = new MakingOptions();

    @Mixin
    final SbomOptions sbom = new SbomOptions();

    @Option(
            names = "--decompress-kernel",
            description = "Write the kernel as it runs, for hypervisors that cannot decompress it.")
    boolean decompressKernel;

    private @Nullable Operations opened;

    Operations operations(Session session) {
        Operations operations = opened;
        if (operations == null) {
            try (ProgressView progress = session.progress()) {
                operations = making.operations(session).opening(files, progress.reporter());
            }
            opened = operations;
        }
        return operations;
    }

    /// The composition, without problems.
    ReadResult read(Session session) {
        return operations(session).readComposition().read(files, session.in()).orThrow();
    }

    BuildImage.Request request(Session session, List<String> formats, Optional<String> name, Path dir) {
        return new BuildImage.Request(
                read(session),
                BuildSubject.of(files, session.environment().directory()),
                arch.get(session),
                formats,
                name.orElseGet(this::name),
                session.environment().directory().resolve(dir),
                making.compression,
                making.fetching(),
                sbom.choice(),
                decompressKernel);
    }

    /// The last file's name without its ending, as LinuxKit has it.
    String name() {
        String last = files.getLast();
        if (last.equals("-")) {
            return "moby";
        }
        String file = RemoteText.isAddress(last)
                ? RemoteText.fileName(last)
                : Path.of(last).getFileName().toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
