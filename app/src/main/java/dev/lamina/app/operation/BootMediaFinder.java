package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.Hypervisor;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes something bootable of what the user named: builds a composition, or finds the files of an earlier build, a
/// disk or a CD.
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
        /// @throws InputException the machine's firmware would boot it
        BootMedia.KernelInitrd direct() {
            if (media instanceof BootMedia.KernelInitrd direct) {
                return direct;
            }
            throw new InputException(
                    "only a composition or a build of kernel and initrd can be measured", "name one of these");
        }

        @Override
        public void close() throws IOException {
            hold.close();
        }
    }

    /// @param hypervisor asked before a long build whether it can run the result
    /// @throws InputException there is no such file or build, or the composition cannot boot
    Found find(BootSource source, Hypervisor hypervisor, InputStream standardInput, Reporter reporter)
            throws IOException {
        return find(source, existing(source, BootKind.AUTO), hypervisor, standardInput, reporter);
    }

    /// @param existing of the same source
    Found find(
            BootSource source,
            Optional<BootMedia> existing,
            Hypervisor hypervisor,
            InputStream standardInput,
            Reporter reporter)
            throws IOException {
        if (existing.isPresent()) {
            return new Found(existing.get(), () -> {});
        }
        return built(source, readComposition.read(source.inputs(), standardInput), hypervisor, reporter);
    }

    /// @param read of the same source: its text now, which need not be in a file
    Found built(BootSource source, ReadResult read, Hypervisor hypervisor, Reporter reporter) throws IOException {
        ReadResult document = read.orThrow();
        if (document.composition().kernel().image().isEmpty()) {
            throw noKernel(source);
        }
        Arch arch = source.arch().orElse(host);
        checkRuns(hypervisor, arch);
        return build(source, document, arch, reporter);
    }

    /// The documents of a composition, as they are now.
    ///
    /// @throws InputException it is no composition
    ReadResult document(BootSource source, BootKind kind) throws IOException {
        if (existing(source, kind).isPresent()) {
            throw new InputException(
                    source.inputs().getFirst() + " is not a document",
                    "only YAML files are built anew when they change");
        }
        return readComposition
                .read(source.inputs(), InputStream.nullInputStream())
                .orThrow();
    }

    /// What is there already; empty for a composition, which is still to be built.
    ///
    /// @throws InputException there is nothing of that name and kind
    Optional<BootMedia> existing(BootSource source, BootKind kind) throws IOException {
        String name = source.inputs().getFirst();
        boolean document = source.inputs().size() > 1 || name.equals("-");
        if (kind == BootKind.AUTO) {
            return document ? Optional.empty() : recognised(name, source);
        }
        if (document) {
            throw new InputException(
                    "the input is one file or prefix when its kind is given",
                    "leave out --kernel, --squashfs and --iso");
        }
        EarlierBuild build = new EarlierBuild(path(name), name);
        return Optional.of(
                switch (kind) {
                    case AUTO -> throw new IllegalStateException();
                    case KERNEL -> direct(build, name).media(source.arch());
                    case SQUASHFS -> build.withSquashfs(source.arch());
                    case ISO -> cd(name, source);
                });
    }

    private Optional<BootMedia> recognised(String name, BootSource source) throws IOException {
        Path path = path(name);
        if (Files.isRegularFile(path)) {
            checkNoPart(name);
            return new BootFile(path, name).recognise(source.arch().orElse(host));
        }
        EarlierBuild build = new EarlierBuild(path, name);
        if (path.getFileName() != null && build.exists()) {
            return Optional.of(build.hasSquashfs() ? build.withSquashfs(source.arch()) : build.media(source.arch()));
        }
        if (DiskFormat.ofFileName(name).isPresent() || name.endsWith(".iso")) {
            throw new InputException("there is no file " + name, "check the path");
        }
        throw new InputException(
                "there is neither a file " + name + " nor an earlier build of that name", hint(path, name));
    }

    private static EarlierBuild direct(EarlierBuild build, String name) {
        if (!build.exists()) {
            throw new InputException(
                    "there is no file " + name + EarlierBuild.KERNEL,
                    "with --kernel, name the PREFIX of files PREFIX-kernel, PREFIX-initrd.img and PREFIX-cmdline");
        }
        return build;
    }

    private BootMedia cd(String name, BootSource source) throws IOException {
        Path path = path(name);
        if (Files.isRegularFile(path)) {
            return new BootFile(path, name).cd(source.arch().orElse(host));
        }
        boolean build = path.getFileName() != null && new EarlierBuild(path, name).exists();
        throw new InputException(
                build ? name + " is the prefix of a build, not a CD image" : "there is no CD image " + name,
                build ? "leave out --iso" : "name the file, for example " + name + ".iso");
    }

    private Path path(String name) {
        return GivenPath.of(name, directory);
    }

    /// Completion by the shell offers the files of a build, not their prefix.
    private void checkNoPart(String name) {
        for (String ending :
                List.of(EarlierBuild.KERNEL, EarlierBuild.INITRD, EarlierBuild.SQUASHFS, EarlierBuild.COMMAND_LINE)) {
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
        return "name a YAML file, a disk or CD image, or the PREFIX of files PREFIX-kernel, PREFIX-initrd.img and"
                + " PREFIX-cmdline";
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
        BuildFolders.Held held =
                builds.hold(name, BuildSubject.of(source.inputs(), directory).documents(), arch);
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

    private BuildImage.Request request(BootSource source, ReadResult document, Arch arch, String name, Path folder) {
        return new BuildImage.Request(
                document,
                BuildSubject.of(source.inputs(), directory),
                arch,
                List.of(FORMAT),
                name,
                folder,
                source.compression(),
                source.fetching(),
                Optional.empty(), // a machine that is tried out need not carry the list of its software in memory
                false);
    }
}
