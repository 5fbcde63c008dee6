package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.sbom.ImageUse;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.tree.ImageTree;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeConflictException;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.Composition;
import dev.lamina.model.Kernel;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.SourceMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a composition and its images into the system's tree, by LinuxKit's rules and in LinuxKit's order.
public final class SystemParts {
    private final Composition composition;
    private final Places places;
    private final Map<ImageRef, StoredImage> images;
    private final ImageContents contents;
    private final ContainerResolver resolver;
    private final LocalPaths local;
    private final ExtractedFiles extracted;
    private final Path notes;
    private final Optional<SbomChoice> sbom;
    private final boolean decompressKernel;

    /// @param arch of the system
    /// @param images all that the composition names
    /// @param notes a folder for what was found out about images
    /// @param sbom where the list of the software goes, when there is to be one
    /// @param decompressKernel whether the kernel is taken out of the form that decompresses itself
    public SystemParts(
            Composition composition,
            SourceMap sources,
            Arch arch,
            Map<ImageRef, StoredImage> images,
            ImageContents contents,
            LocalPaths local,
            Path notes,
            Optional<SbomChoice> sbom,
            boolean decompressKernel) {
        this.composition = composition;
        this.places = new Places(sources);
        this.images = Map.copyOf(images);
        this.contents = contents;
        this.resolver = new ContainerResolver(composition, sources, arch);
        this.local = local;
        this.extracted = new ExtractedFiles(contents, notes);
        this.notes = notes;
        this.sbom = sbom;
        this.decompressKernel = decompressKernel;
    }

    /// Finds out what can be known to be wrong before any image is there.
    public static void check(Composition composition, SourceMap sources, LocalPaths local) {
        new FilesSection(composition, new Places(sources), local, owner -> 0).check();
    }

    /// The tree, and what a boot loader needs beside it.
    ///
    /// @param kernel the kernel itself, when the composition has one
    /// @param microcode a cpio that goes before the initial ramdisk
    public record Result(
            ImageTree tree, Optional<BlobDescriptor> kernel, Optional<BlobDescriptor> microcode, String cmdline) {}

    /// Reads what the composition names of this computer, and puts everything together.
    ///
    /// @param reporter can end it
    /// @throws dev.lamina.model.problem.InputException the parts do not fit together
    public Result make(Reporter reporter) throws IOException {
        ImageTree.Builder tree = new ImageTree.Builder();
        try {
            Optional<KernelFiles> kernel = addKernel(tree);
            addInit(tree);
            new VolumesSection(composition, images, contents).addTo(tree);
            ContainerSections containers = new ContainerSections(composition, images, contents, resolver);
            containers.addTo(tree);
            new FilesSection(composition, places, local, resolver::id).addTo(tree, reporter);
            if (sbom.isPresent()) {
                List<ImageUse> uses = ImageUses.of(composition, images, containers.folders());
                tree.add(new SbomPart(contents, notes).of(sbom.get(), uses));
            }
            ImageTree done = tree.build(node -> ContainerSections.isShared(node.path()), ContainerSections::inRoot);
            return new Result(
                    done,
                    kernel.map(files -> files.kernel().blob()),
                    kernel.flatMap(KernelFiles::microcode).map(KernelFiles.File::blob),
                    composition.kernel().effectiveCmdline());
        } catch (TreeConflictException e) {
            throw places.at(e);
        }
    }

    private Optional<KernelFiles> addKernel(ImageTree.Builder tree) throws IOException {
        Kernel kernel = composition.kernel();
        if (kernel.image().isEmpty()) {
            return Optional.empty();
        }
        ImageRef ref = kernel.image().get();
        Origin origin = new Origin(ref.name(), "kernel");
        KernelFiles files = kernelFiles(kernel, Images.require(images, ref));
        MadePart boot = new MadePart(origin)
                .directories("boot")
                .file("boot/cmdline", kernel.effectiveCmdline())
                .add(
                        bootFile(files.kernel(), "boot/kernel"),
                        Content.of(contents.store(), files.kernel().blob()));
        files.microcode()
                .ifPresent(
                        file -> boot.add(bootFile(file, "boot/ucode.cpio"), Content.of(contents.store(), file.blob())));
        tree.add(boot);
        for (Layer modules : files.modules()) {
            tree.add(ImagePart.verbatim(origin, "", contents.of(List.of(modules))));
        }
        return Optional.of(files);
    }

    private KernelFiles kernelFiles(Kernel kernel, StoredImage image) throws IOException {
        try {
            KernelFiles files = KernelFiles.of(contents, extracted, image, kernel, images.keySet());
            return decompressKernel ? files.decompressed(extracted, image) : files;
        } catch (MissingFileException e) {
            boolean named = switch (e.key()) {
                case "binary" -> kernel.binary().isPresent();
                case "tar" -> kernel.tar().isPresent();
                default -> true;
            };
            throw places.at(named ? "kernel." + e.key() : "kernel.image", e);
        }
    }

    private static TreeEntry bootFile(KernelFiles.File file, String path) {
        return TreeEntry.file(path, file.entry().mode(), file.blob().size());
    }

    private void addInit(ImageTree.Builder tree) throws IOException {
        ApkDatabases databases = new ApkDatabases(contents, extracted);
        for (int i = 0; i < composition.init().size(); i++) {
            ImageRef ref = composition.init().get(i);
            StoredImage image = Images.require(images, ref);
            FlattenedImage files = contents.of(image);
            tree.add(ImagePart.touched(new Origin(ref.name(), "init[" + i + "]"), "", files, Touches.ROOT));
            databases.add(image, files);
        }
        databases.part().ifPresent(tree::add);
    }
}
