package dev.lamina.app.cli;

import dev.lamina.app.operation.DockerBuild;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How Docker builds a Dockerfile; the options have LinuxKit's names.
final class DockerOptions {
    @Option(names = "--dockerfile", paramLabel = "FILE", description = "Docker: the Dockerfile, below the folder.")
    @Nullable
    String dockerfile;

    @Option(
            names = "--build-arg-file",
            paramLabel = "FILE",
            description = "Docker: arguments of the build, NAME=VALUE a line.")
    List<String> buildArgFiles = List.of();

    @Option(names = "--network", negatable = true, description = "Docker: the build may use the network, or may not.")
    @Nullable
    Boolean network;

    @Option(names = "--nonetwork", description = "Docker: as --no-network.")
    boolean noNetwork;

    @Option(names = "--disable-cache", description = "Docker: use nothing of earlier builds.")
    boolean disableCache;

    @Option(names = "--enable-cache", description = "Docker: use earlier builds, whatever the description says.")
    boolean enableCache;

    @Option(names = "--builder-name", paramLabel = "NAME", description = "Docker: the builder to use.")
    @Nullable
    String builder;

    @Option(
            names = "--sbom-scanner",
            paramLabel = "IMAGE",
            defaultValue = "",
            description = "Docker: what finds out what is in the image; false for nothing.")
    String sbomScanner = "";

    @Option(names = "--ssh", paramLabel = "AGENT", description = "Docker: an SSH agent for the build.")
    List<String> ssh = List.of();

    @Option(names = "--progress", paramLabel = "HOW", description = "Docker: plain prints all that it says.")
    @Nullable
    String progress;

    DockerBuild.Options options(Session session) {
        return new DockerBuild.Options(
                Optional.ofNullable(dockerfile),
                buildArgs(session),
                noNetwork ? Optional.of(false) : Optional.ofNullable(network),
                disableCache || enableCache ? Optional.of(!disableCache) : Optional.empty(),
                Optional.ofNullable(builder).or(() -> session.environment().variable("LINUXKIT_BUILDER_NAME")),
                sbomScanner,
                ssh);
    }

    /// Where what Docker prints goes.
    Consumer<String> output(Session session) {
        return "plain".equals(progress) ? line -> session.err().println(Printable.lines(line)) : line -> {};
    }

    private List<String> buildArgs(Session session) {
        return buildArgFiles.stream()
                .flatMap(file -> GivenFile.lines(session, file).stream())
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
    }
}
