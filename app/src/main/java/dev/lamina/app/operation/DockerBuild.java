package dev.lamina.app.operation;

import dev.lamina.app.operation.FoundPackage.WithDockerfile;
import dev.lamina.assembler.catalogue.BuildYml;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.vmlaunch.CommandLine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            boolean cache,
            Optional<String> builder,
            String sbomScanner,
            List<String> ssh) {
        public static final Options NONE =
                new Options(Optional.empty(), List.of(), Optional.empty(), true, Optional.empty(), "", List.of());

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
        requireDockerfile(wanted, options);
        String docker = docker(wanted, reporter);
        try (ScratchFolder folder = ScratchFolder.in(scratch);
                Reporter.Step ignored = reporter.begin("docker buildx build " + wanted.reference())) {
            Path tar = folder.path().resolve("image.tar");
            run(command(docker, wanted, arches, options, tar), output);
            List<ImageRef> names = images.importArchive(tar);
            if (!names.contains(wanted.image())) {
                throw new ExternalException(
                        "docker called the image " + names + " instead of " + wanted.reference(),
                        "a newer buildx may do better: docker buildx version");
            }
        }
    }

    private static void requireDockerfile(WithDockerfile wanted, Options options) {
        Path file = wanted.folder().resolve(dockerfile(wanted, options)).normalize();
        if (!file.startsWith(wanted.folder().normalize())) {
            throw new InputException(file + " is not below " + wanted.folder(), "a package has its Dockerfile in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "there is no " + file, "name it as dockerfile in " + BuildYml.FILE + ", or with --dockerfile");
        }
        if (!wanted.description().extraSources().isEmpty()) {
            throw new InputException(
                    wanted.folder() + " takes in other folders (extra-sources), which Lamina does not put together",
                    "copy them into the folder, or describe the image without a Dockerfile: 'lamina pkg init "
                            + wanted.folder() + "'");
        }
    }

    private static String dockerfile(WithDockerfile wanted, Options options) {
        return options.dockerfile().orElse(wanted.description().dockerfile());
    }

    /// The program, which must have buildx.
    private String docker(WithDockerfile wanted, Reporter reporter) throws IOException {
        Optional<Path> docker = environment.variable("PATH").stream()
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of("docker", "docker.exe").map(name -> Path.of(folder, name)))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst();
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

    /// The command that builds.
    ///
    /// @param docker the program
    /// @param tar where the image goes
    static CommandLine command(String docker, WithDockerfile wanted, List<Arch> arches, Options options, Path tar) {
        BuildYml description = wanted.description();
        List<String> argv = new ArrayList<>(List.of(docker, "buildx", "build", "--progress", "plain"));
        options.builder().ifPresent(name -> argv.addAll(List.of("--builder", name)));
        argv.addAll(List.of("--platform", platforms(arches)));
        argv.addAll(List.of("--tag", wanted.image().name()));
        argv.addAll(List.of(
                "--file", wanted.folder().resolve(dockerfile(wanted, options)).toString()));
        if (!description.config().isEmpty()) {
            argv.addAll(List.of("--label", ImageConfig.CONFIG_LABEL + "=" + description.config()));
        }
        buildArgs(wanted, options).forEach(arg -> argv.addAll(List.of("--build-arg", arg)));
        argv.addAll(List.of("--network", options.network().orElse(description.network()) ? "default" : "none"));
        if (!options.cache()) {
            argv.add("--no-cache");
        }
        if (!options.sbomScanner().equals("false")) {
            String generator = options.sbomScanner().isEmpty() ? "" : ",generator=" + options.sbomScanner();
            argv.addAll(List.of("--attest", "type=sbom" + generator));
        }
        options.ssh().forEach(agent -> argv.addAll(List.of("--ssh", agent)));
        argv.addAll(List.of("--output", "type=oci,dest=" + tar, wanted.folder().toString()));
        return new CommandLine(argv);
    }

    private static String platforms(List<Arch> arches) {
        return arches.stream().map(arch -> "linux/" + arch.ociName()).collect(Collectors.joining(","));
    }

    /// Those that LinuxKit gives to every build as well.
    private static List<String> buildArgs(WithDockerfile wanted, Options options) {
        List<String> args = new ArrayList<>(wanted.description().buildArgs());
        args.addAll(options.buildArgs());
        if (!wanted.hash().isEmpty()) {
            args.add("PKG_HASH=" + wanted.hash());
        }
        String reference = wanted.reference();
        args.add("PKG_IMAGE=" + reference.substring(0, reference.lastIndexOf(':')));
        return args;
    }
}
