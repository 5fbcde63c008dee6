package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageStoreTest {
    private static final ImageRef REF = ImageRef.parse("lamina/getty");
    private static final ImageConfig CONFIG = new ImageConfig(
            List.of("/init"), List.of("-a"), List.of("PATH=/bin"), "/w", "1:2", Map.of("b", "2", "a", "1"));

    @TempDir
    Path dir;

    private ImageStore store;

    @BeforeEach
    void open() throws IOException {
        store = ImageStore.open(dir);
    }

    @Test
    void aPublishedImageIsFound() throws IOException {
        Layer layer = layer("hello");
        Digest digest = store.publish(REF, Arch.AMD64, new ImageManifest(CONFIG, List.of(layer), Map.of("k", "v")));
        StoredImage expected = new StoredImage(REF, Arch.AMD64, digest, CONFIG, List.of(layer), Map.of("k", "v"));
        assertThat(ImageStore.open(dir).find(REF, Arch.AMD64)).contains(expected);
        assertThat(store.find(REF, Arch.ARM64)).isEmpty();
        assertThat(store.find(ImageRef.parse("lamina/other"), Arch.AMD64)).isEmpty();
        assertThat(store.list()).containsExactly(expected);
    }

    @Test
    void publishingAgainReplacesOneArchitectureOnly() throws IOException {
        Digest arm = store.publish(REF, Arch.ARM64, image("arm"));
        store.publish(REF, Arch.AMD64, image("old"));
        Digest amd = store.publish(REF, Arch.AMD64, image("new"));
        assertThat(store.list()).extracting(StoredImage::manifestDigest).containsExactly(amd, arm);
    }

    @Test
    void theSameImageIsTheSameBytesInEveryStore(@TempDir Path other) throws IOException {
        store.publish(REF, Arch.AMD64, image("x"));
        store.publish(REF, Arch.ARM64, image("y"));
        ImageStore second = ImageStore.open(other);
        second.publish(REF, Arch.ARM64, image(second, "y"));
        second.publish(REF, Arch.AMD64, image(second, "x"));
        assertThat(Files.readString(other.resolve("index.json")))
                .isEqualTo(Files.readString(dir.resolve("index.json")));
    }

    @Test
    void aRemovedNameIsGoneAndOthersStay() throws IOException {
        ImageRef kept = ImageRef.parse("lamina/init");
        store.publish(REF, Arch.AMD64, image("x"));
        store.publish(kept, Arch.AMD64, image("y"));
        assertThat(store.remove(REF)).isTrue();
        assertThat(store.remove(REF)).isFalse();
        assertThat(store.list()).extracting(StoredImage::ref).containsExactly(kept);
    }

    @Test
    void whatAnotherProcessChangesIsSeen() throws IOException {
        Digest before = store.publish(REF, Arch.AMD64, image("x"));
        Path index = dir.resolve("index.json");
        // As if it had been written long ago, so that it need not be read again.
        Files.setLastModifiedTime(index, FileTime.fromMillis(1_000_000));
        assertThat(found()).isEqualTo(before);

        Digest after = ImageStore.open(dir).publish(REF, Arch.AMD64, image("y"));
        assertThat(found()).isEqualTo(after);
        Files.setLastModifiedTime(index, FileTime.fromMillis(1_000_000));
        assertThat(found()).isEqualTo(after);
    }

    private Digest found() throws IOException {
        return store.find(REF, Arch.AMD64).orElseThrow().manifestDigest();
    }

    @Test
    void aLayerComesBackAsItWasWritten() throws IOException {
        Tree tree = Trees.random(7);
        Layer layer;
        try (LayerWriter writer = store.newLayer(3)) {
            tree.streamTo(writer);
            layer = writer.finish();
        }
        assertThat(layer.mediaType()).isEqualTo("application/vnd.oci.image.layer.v1.tar+zstd");
        assertThat(layer.size()).isEqualTo(Files.size(blob(layer.digest())));
        try (InputStream in = store.openLayer(layer)) {
            BlobDescriptor plain = store.putBlob(in);
            assertThat(plain.digest()).isEqualTo(layer.diffId());
        }
    }

    @Test
    void anUnfinishedLayerLeavesNothing() throws IOException {
        try (LayerWriter writer = store.newLayer()) {
            new Tree().file("a", "x").streamTo(writer);
        }
        assertThat(dir.resolve("ingest")).isEmptyDirectory();
        assertThat(dir.resolve("blobs/sha256")).isEmptyDirectory();
    }

    @Test
    void aFlippedBitIsReportedAtTheEnd() throws IOException {
        Digest digest = put("some content");
        byte[] bytes = Files.readAllBytes(blob(digest));
        bytes[3] ^= 1;
        Files.write(blob(digest), bytes);
        assertThatThrownBy(() -> {
                    try (InputStream in = store.openBlob(digest)) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOfSatisfying(CorruptBlobException.class, e -> {
                    assertThat(e.blob()).isEqualTo(digest);
                    assertThat(e).hasMessageContaining("the stored blob " + digest + " is damaged");
                    assertThat(e.hint())
                            .isEqualTo(Optional.of("run `lamina image prune` to drop what is damaged,"
                                    + " then import, pull or build the image again"));
                });
    }

    @Test
    void damageIsReportedAlsoToAReaderThatStopsEarly() throws IOException {
        Digest digest = put("some content");
        Files.writeString(blob(digest), "some conten");
        assertThatThrownBy(() -> {
                    try (InputStream in = store.openBlob(digest)) {
                        in.read();
                    }
                })
                .isInstanceOf(CorruptBlobException.class);
    }

    @Test
    void aMissingBlobIsReportedAtOnce() {
        Digest digest = new Digest("0".repeat(64));
        assertThatThrownBy(() -> store.openBlob(digest))
                .isInstanceOf(CorruptBlobException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void puttingADamagedBlobAgainHealsIt() throws IOException {
        Digest digest = put("some content");
        Files.writeString(blob(digest), "rotten");
        put("some content");
        assertThat(blob(digest)).hasContent("some content");
    }

    private Digest put(String text) throws IOException {
        return store.putBlob(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .digest();
    }

    private Path blob(Digest digest) {
        return dir.resolve("blobs/sha256").resolve(digest.hex());
    }

    private Layer layer(String text) throws IOException {
        return layer(store, text);
    }

    private ImageManifest image(String text) throws IOException {
        return image(store, text);
    }

    private static ImageManifest image(ImageStore store, String text) throws IOException {
        return new ImageManifest(CONFIG, List.of(layer(store, text)));
    }

    private static Layer layer(ImageStore store, String text) throws IOException {
        try (LayerWriter writer = store.newLayer()) {
            new Tree().folder("d").file("d/f", text).streamTo(writer);
            return writer.finish();
        }
    }
}
