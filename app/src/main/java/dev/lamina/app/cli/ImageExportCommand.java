package dev.lamina.app.cli;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Folders;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.oci.ImageExport;
import dev.lamina.assembler.oci.ImageExport.What;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina image export`.
@Command(
        name = "export",
        header = "Write images to a file.",
        description = {
            "oci: a tar of an OCI layout; imported again, names and digests are the same. oci-dir: such a",
            "folder. docker: what 'docker load' takes. filesystem: the files of one image, as a container sees",
            "them."
        },
        footer = {
            "",
            "Examples:",
            "  lamina image export nginx:1.27 -o nginx.tar",
            "  lamina image export --format docker nginx:1.27 -o - | docker load",
            "  lamina image export --format filesystem --arch arm64 nginx:1.27 -o root.tar"
        })
final class ImageExportCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final StoreOption store = new StoreOption();

    @Parameters(paramLabel = "REF", arity = "1..*", description = "Names of images.")
    List<String> images = List.of();

    @Option(
            names = {"-o", "--outfile", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write; - is standard output, and a name that ends in / a folder.")
    String output = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "oci, oci-dir, docker, filesystem (default: oci, and oci-dir for a folder).")
    @Nullable
    Format format;

    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            split = ",",
            converter = ArchConverter.class,
            description = "Only these (default: all that are here; for docker and filesystem this computer's).")
    List<Arch> arches = List.of();

    @Option(names = "--platform", paramLabel = "OS/ARCH", hidden = true)
    @Nullable
    String platform;

    @Option(names = "--name", paramLabel = "REF", description = "What the one image is called in the file.")
    @Nullable
    String name;

    enum Format {
        OCI,
        OCI_DIR,
        DOCKER,
        FILESYSTEM
    }

    /// Their names are written with `-`.
    static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Stream.of(Format.values())
                    .filter(format ->
                            text.equals(format.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            "there is no format '" + text + "'", "formats are: oci, oci-dir, docker, filesystem"));
        }
    }

    ImageExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Format wanted = format();
        What what = what();
        ImageLibrary library = store.operations(session).images();
        if (wanted == Format.OCI_DIR) {
            folder(library, what);
            return 0;
        }
        Form form = form(wanted, what);
        OutputTarget target = new OutputTarget(session, output);
        target.refuseImpossible("name a file, or end the name with / to write a folder");
        try (ProgressView progress = session.progress()) {
            library.export(export -> target.write(out -> form.write(export, out)), progress.reporter());
        }
        return 0;
    }

    /// How one file is written.
    private interface Form {
        void write(ImageExport export, OutputStream out) throws IOException;
    }

    private Form form(Format wanted, What what) {
        return switch (wanted) {
            case OCI, OCI_DIR -> (export, out) -> export.layoutTar(what, out);
            case DOCKER -> {
                Arch arch = arch();
                yield (export, out) -> export.docker(what, arch, out);
            }
            case FILESYSTEM -> {
                Arch arch = arch();
                yield (export, out) -> export.fileSystem(what.images().getFirst(), arch, out);
            }
        };
    }

    private Format format() {
        boolean isFolder = output.endsWith("/");
        Format wanted = Optional.ofNullable(format)
                .filter(given -> !(given == Format.OCI && isFolder))
                .orElse(isFolder ? Format.OCI_DIR : Format.OCI);
        if (isFolder && wanted != Format.OCI_DIR) {
            throw WrongUsage.of(spec, "'" + output + "' is a folder, and this format is one file");
        }
        if (wanted == Format.OCI_DIR && output.equals("-")) {
            throw WrongUsage.of(spec, "a folder cannot go to standard output");
        }
        if (wanted == Format.FILESYSTEM && images.size() > 1) {
            throw WrongUsage.of(spec, "--format filesystem takes one image");
        }
        return wanted;
    }

    private What what() {
        if (name != null && images.size() > 1) {
            throw WrongUsage.of(spec, "one --name does not do for " + images.size() + " images");
        }
        return new What(
                images.stream().map(ImageRef::parse).toList(),
                Optional.ofNullable(name).map(ImageRef::parse),
                platform == null ? arches : List.of(arch()));
    }

    /// Of what holds one only.
    private Arch arch() {
        String given = platform;
        if (given != null) {
            return Arch.parse(given.substring(given.indexOf('/') + 1))
                    .filter(arch -> given.startsWith("linux/"))
                    .orElseThrow(
                            () -> WrongUsage.of(spec, "'" + given + "' is no platform; write for example linux/amd64"));
        }
        if (arches.size() > 1) {
            throw WrongUsage.of(spec, "this format holds one architecture");
        }
        return arches.isEmpty() ? session.operations().hostArch() : arches.getFirst();
    }

    /// The folder appears whole or not at all.
    private void folder(ImageLibrary library, What what) throws IOException {
        Path target = session.environment().directory().resolve(output).normalize();
        refuseFilled(target);
        Path parent = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target);
        Storage.createFolder(parent);
        Path aside = AtomicFile.temporaryName(parent);
        try (ProgressView progress = session.progress()) {
            Storage.createFolder(aside);
            library.export(export -> export.layoutFolder(what, aside), progress.reporter());
            Files.deleteIfExists(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.isDirectory(aside)) {
                Folders.remove(aside);
            }
        }
    }

    private static void refuseFilled(Path folder) throws IOException {
        Storage.refuseFile(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new InputException(
                            "cannot write " + folder + ": there is something in it", "name a new or an empty folder");
                }
            }
        }
    }
}
