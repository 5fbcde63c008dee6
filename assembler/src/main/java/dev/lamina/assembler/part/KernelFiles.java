package dev.lamina.assembler.part;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Kernel;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What a kernel image is for: the kernel itself, the tar of its modules, and microcode. Each becomes a blob of the
/// store, so that a build need not read the image again.
///
/// @param kernel the entry as in the image, and its content
/// @param modules the tar of modules, as if it were a layer
record KernelFiles(File kernel, Optional<Layer> modules, Optional<File> microcode) {

    /// A file of the image.
    record File(TreeEntry entry, BlobDescriptor blob) {}

    /// @throws MissingFileException the image lacks a file that the document names
    static KernelFiles of(ImageContents contents, ExtractedFiles extracted, StoredImage image, Kernel kernel)
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
        Map<String, BlobDescriptor> blobs = extracted.of(image, names.keySet());
        Function<String, File> file =
                name -> new File(files.find(name).orElseThrow(), Objects.requireNonNull(blobs.get(name)));
        return new KernelFiles(
                file.apply(kernel.effectiveBinary()),
                kernel.effectiveTar().map(file).map(tar -> layer(tar.blob())),
                microcode(kernel).map(file));
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
        return new Layer("application/vnd.oci.image.layer.v1.tar", blob.digest(), blob.size(), blob.digest());
    }
}
