package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.Hypervisor;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes something bootable of what the user named: builds a composition, or finds the files of an earlier build.
public final class BootMediaFinder {
    private static final String FORMAT = "kernel+initrd";

    private final BuildFolders builds;
    private final Path directory;
    private final Arch host;
    private final ReadComposition readComposition;
    private final BuildImage buildImage;

    /// @param directory relative names start here
    /// @param host what compositions are built for unless the user says otherwise
    public BootMediaFinder(
            Path builds, Path directory, Arch host, ReadComposition readComposition, BuildImage buildImage) {
        this.builds = new BuildFolders(builds, Clock.systemUTC());
        this.directory = directory;
        this.host = host;
        this.readComposition = readComposition;
        this.buildImage = buildImage;
    }

    /// Files that stay as they are until this is closed. A machine that has started does not need them any more.
    record Found(BootMedia media, Closeable hold) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            hold.close();
        }
    }

    /// @param hypervisor asked before a long build whether it can run the result
    /// @throws InputException there is no such file or build, or the composition cannot boot
    Found find(BootSource source, Hypervisor hypervisor, InputStream standardInput, Reporter reporter)
            throws IOException {
        Optional<EarlierBuild> earlier = earlierBuild(source.inputs());
        if (earlier.isPresent()) {
            return new Found(earlier.get().media(source.arch()), () -> {});
        }
        ReadResult document =
                readComposition.read(source.inputs(), standardInput).orThrow();
        if (document.composition().kernel().image().isEmpty()) {
            throw noKernel(source);
        }
        Arch arch = source.arch().orElse(host);
        checkRuns(hypervisor, arch);
        return build(source, document, arch, reporter);
    }

    private Optional<EarlierBuild> earlierBuild(List<String> inputs) {
        String name = inputs.getFirst();
        if (inputs.size() > 1 || name.equals("-")) {
            return Optional.empty();
        }
        Path path = path(name);
        if (Files.isRegularFile(path)) {
            checkNoPart(name);
            return Optional.empty();
        }
        EarlierBuild build = new EarlierBuild(path, name);
        if (path.getFileName() != null && build.exists()) {
            return Optional.of(build);
        }
        throw new InputException(
                "there is neither a file " + name + " nor an earlier build of that name", hint(path, name));
    }

    private Path path(String name) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException e) {
            throw new InputException("'" + name + "' cannot name a file: " + e.getReason(), null, e);
        }
    }

    /// Completion by the shell offers the files of a build, not their prefix.
    private void checkNoPart(String name) {
        for (String ending : List.of(EarlierBuild.KERNEL, EarlierBuild.INITRD, EarlierBuild.COMMAND_LINE)) {
            String prefix = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : "";
            if (!prefix.isEmpty() && new EarlierBuild(path(prefix), prefix).exists()) {
                throw new InputException(
                        name + " is one file of a build", "name all of them by their prefix: " + prefix);
            }
        }
    }

    private static @Nullable String hint(Path path, String name) {
        for (String ending : List.of(".yml", ".yaml")) {
            if (Files.exists(path.resolveSibling(path.getFileName() + ending))) {
                return "did you mean " + name + ending + "?";
            }
        }
        return "name a YAML file, or the PREFIX of files PREFIX-kernel, PREFIX-initrd.img and PREFIX-cmdline";
    }

    private static InputException noKernel(BootSource source) {
        return new InputException(
                String.join(" ", source.inputs()) + " has no kernel to boot",
                "add a section \"kernel\" with \"image: lamina/kernel\"");
    }

    private static void checkRuns(Hypervisor hypervisor, Arch arch) {
        Availability availability = hypervisor.probe(arch);
        if (!availability.usable()) {
            throw new EnvironmentException(
                    availability.summary(), availability.fix().orElse(null));
        }
    }

    private Found build(BootSource source, ReadResult document, Arch arch, Reporter reporter) throws IOException {
        String name = source.effectiveName();
        BuildFolders.Held held = builds.hold(name, absolute(source.inputs()), arch);
        boolean built = false;
        try {
            BootMedia media = buildImage
                    .build(request(source, document, arch, name, held.folder()), reporter)
                    .media()
                    .orElseThrow(() -> noKernel(source));
            built = true;
            return new Found(media, held::close);
        } finally {
            if (!built) {
                held.close();
            }
        }
    }

    private static BuildImage.Request request(
            BootSource source, ReadResult document, Arch arch, String name, Path folder) {
        return new BuildImage.Request(
                document,
                arch,
                List.of(FORMAT),
                name,
                folder,
                source.compression(),
                source.fetching(),
                Optional.empty(), // a machine that is tried out need not carry the list of its software in memory
                false);
    }

    /// Standard input has no place of its own; the folder where it was read stands for it.
    private List<String> absolute(List<String> inputs) {
        return inputs.stream()
                .map(input -> directory.resolve(input).normalize().toString())
                .toList();
    }
}
