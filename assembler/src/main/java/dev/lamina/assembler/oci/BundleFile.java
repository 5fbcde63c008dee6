package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A bundle as [BundleExport] writes it, compressed or not. Everything in it is named by its digest below its
/// `index.json`, and checked against that on its way in.
///
/// It is unpacked into a folder of its own, with an image store of its own: whatever its images are called, nothing but
/// a build of this bundle finds them.
public final class BundleFile {
    /// Where `ustar` stands in the first block of a tar.
    private static final int MAGIC = 257;

    private static final int BLOCK = 512;

    /// The file that stands for a folder that is whole; its time is that of the last use.
    private static final String DONE = "whole";

    private final Path file;
    private final byte[] indexJson;
    private final ObjectNode manifest;

    private BundleFile(Path file, byte[] indexJson, ObjectNode manifest) {
        this.file = file;
        this.indexJson = indexJson;
        this.manifest = manifest;
    }

    /// What is in a bundle, ready to be built.
    ///
    /// @param images folder of the store
    /// @param files those of the computer where the bundle was made, by their names in the document
    public record Unpacked(String document, Path images, Map<String, Path> files) {
        public Unpacked {
            files = Map.copyOf(files);
        }
    }

    /// The bundle, if `file` is one: its content counts, not its name.
    ///
    /// @throws InputException it is another archive
    public static Optional<BundleFile> find(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !isTar(file)) {
            return Optional.empty();
        }
        byte[] indexJson = indexJson(file).orElseThrow(() -> notABundle(file));
        ObjectNode index = OciJson.parse(indexJson, file + ": index.json");
        return Optional.of(OciJson.objects(index, "manifests", file.toString()).stream()
                .filter(descriptor ->
                        descriptor.path("artifactType").asString("").equals(BundleExport.TYPE))
                .findFirst()
                .map(descriptor -> new BundleFile(file, indexJson, descriptor))
                .orElseThrow(() -> notABundle(file)));
    }

    private static InputException notABundle(Path file) {
        return new InputException(
                file + " is an archive, but no bundle",
                "'lamina bundle' makes one; 'lamina image import' takes images");
    }

    private static boolean isTar(Path file) throws IOException {
        try (InputStream in = Compression.decompress(Files.newInputStream(file))) {
            byte[] block = in.readNBytes(BLOCK);
            return block.length == BLOCK
                    && Arrays.equals(block, MAGIC, MAGIC + 5, "ustar".getBytes(StandardCharsets.US_ASCII), 0, 5);
        } catch (IOException e) {
            return false; // what looks compressed, and is not
        }
    }

    private static Optional<byte[]> indexJson(Path file) throws IOException {
        try (InputStream in = Compression.decompress(Files.newInputStream(file))) {
            return new TarReader(in, file.toString())
                    .find((entry, content) -> entry.path().equals("index.json")
                            ? Optional.of(content.readNBytes(OciJson.MAX_BYTES))
                            : Optional.empty());
        }
    }

    /// Unpacks the bundle, unless that was done before.
    ///
    /// @param bundles the folder of all unpacked bundles
    /// @throws BadImageException the bundle was changed, or is not whole
    public Unpacked unpack(Path bundles, Reporter reporter) throws IOException {
        Path folder = bundles.resolve(Hashing.digest(indexJson).hex().substring(0, 32));
        Storage.createFolder(folder);
        try (FolderLock lock = FolderLock.acquire(folder);
                ImageStore store = ImageStore.open(folder.resolve("images"))) {
            Path done = folder.resolve(DONE);
            if (!Files.exists(done)) {
                take(store, reporter);
                AtomicFile.write(done, new byte[0]);
            }
            Files.setLastModifiedTime(done, FileTime.from(Instant.now()));
            return read(store);
        }
    }

    /// When the bundle in this folder was last unpacked, or would have been.
    public static Instant lastUse(Path folder) throws IOException {
        Path done = folder.resolve(DONE);
        return Files.getLastModifiedTime(Files.exists(done) ? done : folder).toInstant();
    }

    private void take(ImageStore store, Reporter reporter) throws IOException {
        ImageImport.Tar tar = new ImageImport.Tar(file.toString(), ByteSource.of(file), reporter);
        new LayoutTar(store, tar, ImportOptions.NONE).withAnyNames().run();
    }

    private Unpacked read(ImageStore store) throws IOException {
        ObjectNode document =
                store.blobs().document(OciJson.blob(manifest, file.toString()).digest());
        String text = "";
        Map<String, Path> files = new HashMap<>();
        for (ObjectNode layer : OciJson.objects(document, "layers", file.toString())) {
            Digest digest = OciJson.blob(layer, file.toString()).digest();
            String type = OciJson.optionalText(layer, "mediaType", file.toString());
            if (type.equals(BundleExport.DOCUMENT)) {
                text = new String(store.blobs().read(digest, 16 << 20), StandardCharsets.UTF_8);
            } else if (type.equals(BundleExport.FILE)) {
                check(store, digest);
                String name =
                        OciJson.texts(layer, "annotations", file.toString()).getOrDefault(ArtifactManifest.TITLE, "");
                files.put(name, store.blobs().file(digest));
            }
        }
        return new Unpacked(text, store.dir(), files);
    }

    /// Whoever builds reads the file as any other file.
    private static void check(ImageStore store, Digest digest) throws IOException {
        try (InputStream in = store.openBlob(digest)) {
            Streams.drain(in);
        }
    }
}
