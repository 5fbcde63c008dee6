package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.KernelExtras;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Kernel;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a kernel image is for: the kernel itself, the tar of its modules, tars for single components, and
/// microcode. Each becomes a blob of the store, so that a build need not read the image again.
///
/// @param kernel the entry as in the image, and its content
/// @param modules the tars of modules and the like, as if they were layers
record KernelFiles(File kernel, List<Layer> modules, Optional<File> microcode) {

    /// A file of the image.
    record File(TreeEntry entry, BlobDescriptor blob) {}

    /// @param images all that are in the system
    /// @throws MissingFileException the image lacks a file that the document names
    static KernelFiles of(
            ImageContents contents,
            ExtractedFiles extracted,
            StoredImage image,
            Kernel kernel,
            Collection<ImageRef> images)
            throws IOException {
        FlattenedImage files = contents.of(image);
        Map<String, String> names = names(kernel);
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (files.find(name.getKey())
                    .filter(entry -> entry.kind() == Kind.FILE)
                    .isEmpty()) {
                throw new MissingFileException(image.ref(), name.getKey(), name.getValue());
            }
        }
        List<String> extras = kernel.effectiveTar().isEmpty() ? List.of() : KernelExtras.in(files, images);
        Set<String> wanted = new TreeSet<>(names.keySet());
        wanted.addAll(extras);
        Map<String, BlobDescriptor> blobs = extracted.of(image, wanted);
        Function<String, File> file =
                name -> new File(files.find(name).orElseThrow(), Objects.requireNonNull(blobs.get(name)));
        return new KernelFiles(
                file.apply(kernel.effectiveBinary()),
                Stream.concat(kernel.effectiveTar().stream(), extras.stream())
                        .map(file)
                        .map(tar -> layer(tar.blob()))
                        .toList(),
                microcode(kernel).map(file));
    }

    /// The same with the kernel as it runs.
    ///
    /// @throws InputException it is not compressed in a way that is known
    KernelFiles decompressed(ExtractedFiles extracted, StoredImage image) throws IOException {
        BlobDescriptor blob = extracted
                .payload(image, kernel.entry().path(), kernel.blob())
                .orElseThrow(() -> new InputException(
                        "the kernel of " + image.ref() + " is not compressed with gzip, xz or zstd",
                        "leave --decompress-kernel out; an uncompressed kernel is taken as it is"));
        return new KernelFiles(new File(kernel.entry(), blob), modules, microcode);
    }

    /// The names of the wanted files, each with the key of the document that says it.
    private static Map<String, String> names(Kernel kernel) {
        Map<String, String> names = new TreeMap<>();
        microcode(kernel).ifPresent(name -> names.put(name, "ucode"));
        kernel.effectiveTar().ifPresent(name -> names.put(name, "tar"));
        names.put(kernel.effectiveBinary(), "binary");
        return names;
    }

    private static Optional<String> microcode(Kernel kernel) {
        return kernel.ucode().filter(name -> !name.isEmpty());
    }

    private static Layer layer(BlobDescriptor blob) {
        return new Layer(Layer.TAR, blob.digest(), blob.size(), blob.digest());
    }
}
