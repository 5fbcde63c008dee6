package dev.lamina.assembler.part;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Kernel;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    static KernelFiles of(ImageContents contents, StoredImage image, Kernel kernel, Path folder) throws IOException {
        FlattenedImage files = contents.of(image);
        Map<String, BlobDescriptor> blobs = new TreeMap<>();
        Set<String> unknown = new TreeSet<>();
        for (Map.Entry<String, String> name : names(kernel).entrySet()) {
            if (files.find(name.getKey())
                    .filter(entry -> entry.kind() == Kind.FILE)
                    .isEmpty()) {
                throw new MissingFileException(image.ref(), name.getKey(), name.getValue());
            }
            known(contents.store(), folder, image, name.getKey())
                    .ifPresentOrElse(blob -> blobs.put(name.getKey(), blob), () -> unknown.add(name.getKey()));
        }
        if (!unknown.isEmpty()) {
            blobs.putAll(extract(contents.store(), folder, image, files, unknown));
        }
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

    private static Map<String, BlobDescriptor> extract(
            ImageStore store, Path folder, StoredImage image, FlattenedImage files, Set<String> names)
            throws IOException {
        Map<String, BlobDescriptor> blobs = new HashMap<>();
        files.streamTo((entry, content) -> {
            if (names.contains(entry.path())) {
                BlobDescriptor blob = store.putBlob(content);
                blobs.put(entry.path(), blob);
                remember(folder, image, entry.path(), blob);
            }
        });
        return blobs;
    }

    private static void remember(Path folder, StoredImage image, String name, BlobDescriptor blob) throws IOException {
        Storage.createFolder(folder);
        byte[] text = (blob.digest().hex() + " " + blob.size() + "\n").getBytes(StandardCharsets.US_ASCII);
        AtomicFile.write(note(folder, image, name), text);
    }

    private static Optional<BlobDescriptor> known(ImageStore store, Path folder, StoredImage image, String name)
            throws IOException {
        Path note = note(folder, image, name);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        String[] words = Files.readString(note).strip().split(" ");
        try {
            BlobDescriptor blob = new BlobDescriptor(new Digest(words[0]), Long.parseLong(words[1]));
            return store.hasBlob(blob.digest()) ? Optional.of(blob) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // a damaged note is made again
        }
    }

    private static Path note(Path folder, StoredImage image, String name) {
        String key = Content.of(image.manifestDigest() + " " + name).identity();
        return folder.resolve("kernel-" + Digest.parse(key).hex());
    }
}
