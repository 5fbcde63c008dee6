package dev.lamina.app.operation;

import dev.lamina.app.operation.FoundPackage.WithDockerfile;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.vmlaunch.CommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Has Docker's buildx build the Dockerfile of a package, and takes the image into the store.
public final class DockerBuild {
    private static final int LAST_LINES = 12;

    private final Environment environment;
    private final Path scratch;
    private final Programs programs;

    /// @param scratch the folder for what Docker writes
    public DockerBuild(Environment environment, Path scratch, Programs programs) {
        this.environment = environment;
        this.scratch = scratch;
        this.programs = programs;
    }

    /// Runs a program to its end.
    @FunctionalInterface
    public interface Programs {
        /// @param lines is given what it prints
        /// @return its exit code
        int follow(CommandLine command, Consumer<String> lines) throws IOException, InterruptedException;
    }

    /// What may differ from the description.
    ///
    /// @param dockerfile below the folder
    /// @param buildArgs `NAME=VALUE`, which come before those of the description
    /// @param network whether the build may use the network
    /// @param cache whether Docker may use what it built before
    /// @param builder the name of one of Docker's builders
    /// @param sbomScanner the image of the scanner; `false` for none, empty for Docker's own
    public record Options(
            Optional<String> dockerfile,
            List<String> buildArgs,
            Optional<Boolean> network,
            Optional<Boolean> cache,
            Optional<String> builder,
            String sbomScanner,
            List<String> ssh) {
        public static final Options NONE = new Options(
                Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "", List.of());

        public Options {
            buildArgs = List.copyOf(buildArgs);
            ssh = List.copyOf(ssh);
        }
    }

    /// Builds, and puts the image into the store.
    void build(
            WithDockerfile wanted,
            List<Arch> arches,
            Options options,
            ImageStore images,
            Consumer<String> output,
            Reporter reporter)
            throws IOException {
        BuildContext context = BuildContext.of(wanted, options);
        String docker = docker(wanted, reporter);
        try (ScratchFolder folder = ScratchFolder.in(scratch);
                Reporter.Step ignored = reporter.begin("docker buildx build " + wanted.reference())) {
            Path tar = folder.path().resolve("image.tar");
            run(DockerCommand.of(docker, wanted, arches, options, context.in(folder.path()), tar), output);
            List<ImageRef> names = images.importArchive(tar);
            if (!names.contains(wanted.image())) {
                throw new ExternalException(
                        "docker called the image " + names + " instead of " + wanted.reference(),
                        "a newer buildx may do better: docker buildx version");
            }
        }
    }

    /// The program, which must have buildx.
    private String docker(WithDockerfile wanted, Reporter reporter) throws IOException {
        Optional<Path> docker = OnPath.find("docker", environment);
        String missing = docker.isEmpty() ? "there is no docker on the PATH" : "this docker has no buildx";
        if (docker.isPresent() && follow(List.of(docker.get().toString(), "buildx", "version"), line -> {}) == 0) {
            return docker.get().toString();
        }
        reporter.note("without a Dockerfile, " + ImageFolder.DESCRIPTION
                + " describes an image, and could begin so:\n\n" + InitPackage.text(wanted.folder()));
        throw new EnvironmentException(
                "the Dockerfile of " + wanted.reference() + " is built by 'docker buildx', and " + missing,
                "install Docker with buildx, or describe the image without a Dockerfile: 'lamina pkg init "
                        + wanted.folder() + "' writes a description to begin with");
    }

    private int follow(List<String> command, Consumer<String> lines) throws IOException {
        try {
            return programs.follow(new CommandLine(command), lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private void run(CommandLine command, Consumer<String> output) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        int code = follow(command.argv(), line -> {
            output.accept(line);
            last.addLast(line);
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        });
        if (code != 0) {
            String said = last.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n  "));
            throw new ExternalException(
                    "'" + command + "' ended with exit code " + code + ":\n  " + said,
                    "images for other architectures and OCI archives need a builder of their own:"
                            + " docker buildx create --use");
        }
    }
}
