package dev.lamina.app.operation;

import dev.lamina.app.operation.FoundPackage.WithDockerfile;
import dev.lamina.assembler.catalogue.BuildYml;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.CommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The command that has Docker build a package: what LinuxKit asks of the builder, as options of `docker buildx`.
final class DockerCommand {
    /// Values that LinuxKit's own tool replaces by names of packages.
    private static final String OF_LINUXKIT = "@lkt:";

    private final WithDockerfile wanted;
    private final BuildYml description;
    private final DockerBuild.Options options;
    private final List<String> argv = new ArrayList<>();

    private DockerCommand(WithDockerfile wanted, DockerBuild.Options options) {
        this.wanted = wanted;
        this.description = wanted.description();
        this.options = options;
    }

    /// @param docker the program
    /// @param context the folder that it may copy from
    /// @param tar where the image goes
    static CommandLine of(
            String docker,
            WithDockerfile wanted,
            List<Arch> arches,
            DockerBuild.Options options,
            Path context,
            Path tar) {
        DockerCommand command = new DockerCommand(wanted, options);
        command.argv.addAll(List.of(docker, "buildx", "build", "--progress", "plain"));
        command.addWhat(arches, context);
        command.addLabels();
        command.addBuildArgs();
        command.addHow();
        command.argv.addAll(List.of("--output", "type=oci,dest=" + tar, context.toString()));
        return new CommandLine(command.argv);
    }

    static String dockerfile(WithDockerfile wanted, DockerBuild.Options options) {
        return options.dockerfile().orElse(wanted.description().dockerfile());
    }

    private void addWhat(List<Arch> arches, Path context) {
        options.builder().ifPresent(name -> add("--builder", name));
        add("--platform", arches.stream().map(arch -> "linux/" + arch.ociName()).collect(Collectors.joining(",")));
        add("--tag", wanted.image().name());
        add("--file", context.resolve(dockerfile(wanted, options)).toString());
    }

    private void addLabels() {
        if (!description.gitRepository().isEmpty()) {
            add("--label", "org.opencontainers.image.source=" + description.gitRepository());
        }
        wanted.revision().ifPresent(commit -> add("--label", "org.opencontainers.image.revision=" + commit));
        if (!description.config().isEmpty()) {
            add("--label", ImageConfig.CONFIG_LABEL + "=" + description.config());
        }
    }

    /// Those of the description, those of the user, and those that LinuxKit gives to every build unless they are given.
    private void addBuildArgs() {
        Map<String, String> args = new LinkedHashMap<>();
        description.buildArgs().forEach(arg -> put(args, arg));
        options.buildArgs().forEach(arg -> put(args, arg));
        if (!description.gitRepository().isEmpty()) {
            args.putIfAbsent("SOURCE", description.gitRepository());
        }
        wanted.revision().ifPresent(commit -> args.putIfAbsent("REVISION", commit));
        if (!wanted.hash().isEmpty()) {
            args.putIfAbsent("PKG_HASH", wanted.hash());
        }
        String reference = wanted.reference();
        args.putIfAbsent("PKG_IMAGE", reference.substring(0, reference.lastIndexOf(':')));
        args.forEach((name, value) -> add("--build-arg", name + "=" + value));
    }

    private void put(Map<String, String> args, String arg) {
        int equals = arg.indexOf('=');
        if (equals < 1) {
            throw new InputException("'" + arg + "' is no argument of a build", "write NAME=VALUE");
        }
        String value = arg.substring(equals + 1).strip();
        if (value.startsWith(OF_LINUXKIT)) {
            throw new InputException(
                    "the argument " + arg + " of the build in " + wanted.folder()
                            + " is one that Lamina cannot fill in",
                    "write what 'lamina pkg show-tag' prints for that package");
        }
        args.put(arg.substring(0, equals).strip(), value);
    }

    private void addHow() {
        add("--network", options.network().orElse(description.network()) ? "default" : "none");
        if (!options.cache().orElse(description.cache())) {
            argv.add("--no-cache");
        }
        if (!options.sbomScanner().equals("false")) {
            String generator = options.sbomScanner().isEmpty() ? "" : ",generator=" + options.sbomScanner();
            add("--attest", "type=sbom" + generator);
        }
        options.ssh().forEach(agent -> add("--ssh", agent));
    }

    private void add(String option, String value) {
        argv.add(option);
        argv.add(value);
    }
}
