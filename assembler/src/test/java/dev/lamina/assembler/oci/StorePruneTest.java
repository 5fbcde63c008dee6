package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.oci.StorePrune.Result;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class StorePruneTest {
    private static final ImageRef WEB = ImageRef.parse("web");
    private static final ImageRef SHOP = ImageRef.parse("shop");
    private static final Reporter SILENT = Reporter.silent();

    @TempDir
    Path dir;

    @Test
    void whatNoNameNeedsIsRemovedAndTheRestStays() throws IOException {
        Layer shared;
        try (ImageStore store = ImageStore.open(dir)) {
            shared = layer(store, "shared");
            store.publish(WEB, Arch.AMD64, image(shared, layer(store, "web")));
            store.publish(SHOP, Arch.AMD64, image(shared, layer(store, "shop")));
            store.remove(SHOP);
        }
        assertThat(prune(false).removed()).isEqualTo(4);
        try (ImageStore store = ImageStore.open(dir)) {
            assertThat(store.hasBlob(shared.digest())).isTrue();
            StoredImage web = store.find(WEB, Arch.AMD64).orElseThrow();
            assertThat(FlattenedImage.of(store, web).listing()).hasSize(1);
        }
    }

    @Test
    void aRemovedImageGivesItsRoomBack() throws IOException {
        try (ImageStore store = ImageStore.open(dir)) {
            store.publish(WEB, Arch.AMD64, image(layer(store, "web")));
        }
        long before = blobBytes();
        try (ImageStore store = ImageStore.open(dir)) {
            store.remove(WEB);
        }

        assertThat(prune(true)).isEqualTo(new Result(4, before, List.of(), 0, 0));
        assertThat(blobBytes()).isEqualTo(before);
        assertThat(prune(false)).isEqualTo(new Result(4, before, List.of(), 0, 0));
        assertThat(blobBytes()).isZero();
        assertThat(files("headers")).isEmpty();
        assertThat(prune(false)).isEqualTo(new Result(0, 0, List.of(), 0, 0));
    }

    @Test
    void whatARunningJobPutThereOrFoundThereStaysUntilItEnds() throws IOException {
        Digest old;
        try (ImageStore store = ImageStore.open(dir)) {
            old = put(store, "left behind");
            put(store, "not asked for");
        }
        age();
        try (ImageStore job = ImageStore.open(dir)) {
            assertThat(job.hasBlob(old)).isTrue();
            Digest fresh = put(job, "just made");
            assertThat(prune(false)).isEqualTo(new Result(1, 13, List.of(), 2, 20));
            assertThat(job.hasBlob(old)).isTrue();
            assertThat(job.hasBlob(fresh)).isTrue();
        }
        assertThat(prune(false)).isEqualTo(new Result(2, 20, List.of(), 0, 0));
    }

    @Test
    void anImageThatAJobHasFoundStaysThoughItsNameGoes() throws IOException {
        try (ImageStore store = ImageStore.open(dir)) {
            store.publish(WEB, Arch.AMD64, image(layer(store, "web")));
        }
        age();
        try (ImageStore job = ImageStore.open(dir)) {
            StoredImage found = job.find(WEB, Arch.AMD64).orElseThrow();
            job.remove(WEB);
            prune(false);
            try (InputStream layer = job.openLayer(found.layers().getFirst())) {
                Streams.drain(layer);
            }
        }
    }

    @Test
    void imagesPublishedMeanwhileAreWhole() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> pruning = threads.submit(() -> {
                while (!done.get()) {
                    prune(false);
                }
                return null;
            });
            Future<?> publishing = threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    publish(i);
                }
                return null;
            });
            publishing.get();
            done.set(true);
            pruning.get();
        }
        try (ImageStore store = ImageStore.open(dir)) {
            List<StoredImage> images = store.list();
            assertThat(images).hasSize(30);
            for (StoredImage image : images) {
                FlattenedImage.of(store, image).streamTo((entry, content) -> content.readAllBytes());
            }
        }
    }

    /// Every second one takes its name away again, and all share a layer, which is often there without a name.
    private void publish(int number) throws IOException {
        ImageRef ref = ImageRef.parse("image" + number);
        try (ImageStore store = ImageStore.open(dir)) {
            Layer shared = layer(store, "shared by all");
            store.publish(ref, Arch.AMD64, image(shared, layer(store, "own " + number)));
            if (number % 2 == 1) {
                store.remove(ref);
            }
        }
    }

    @Test
    void aDamagedBlobIsDropped() throws IOException {
        Layer layer;
        try (ImageStore store = ImageStore.open(dir)) {
            layer = layer(store, "web");
            store.publish(WEB, Arch.AMD64, image(layer));
        }
        Path file = dir.resolve("blobs/sha256").resolve(layer.digest().hex());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(prune(false)).isEqualTo(new Result(1, bytes.length, List.of(layer.digest()), 0, 0));
        assertThat(file).doesNotExist();
    }

    @Test
    void filesTakenOutOfAnImageStayAsLongAsTheImage() throws IOException {
        Path listings = Files.createDirectories(dir.resolve("listings"));
        Digest file;
        try (ImageStore store = ImageStore.open(dir)) {
            Digest manifest = store.publish(WEB, Arch.AMD64, image(layer(store, "web")));
            new ImageContents(store, listings).of(store.find(WEB, Arch.AMD64).orElseThrow());
            file = put(store, "the kernel");
            new FileNote(manifest, new BlobDescriptor(file, 10)).write(listings, "kernel");
        }
        assertThat(prune(false).removed()).isZero();
        assertThat(files("listings")).hasSize(2);
        try (ImageStore store = ImageStore.open(dir)) {
            assertThat(store.hasBlob(file)).isTrue();
            store.remove(WEB);
        }
        assertThat(prune(false).removed()).isEqualTo(5);
        assertThat(files("listings")).isEmpty();
    }

    @Test
    void brokenDownloadsAreDroppedUnlessSomebodyGoesOnWithThem() throws Exception {
        Digest digest;
        try (ImageStore store = ImageStore.open(dir)) {
            digest = put(store, "left behind");
            store.publish(WEB, Arch.AMD64, image(layer(store, "web")));
            Files.createDirectories(store.partialBlob(digest));
            Files.writeString(store.partialBlob(digest).resolve("data"), "half");
        }
        Path place = dir.resolve("partial").resolve(digest.hex());
        try (FolderLock download = FolderLock.acquire(place);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            assertThat(other.submit(() -> prune(true)).get()).isEqualTo(new Result(1, 11, List.of(), 0, 0));
        }
        assertThat(prune(false)).isEqualTo(new Result(2, 15, List.of(), 0, 0));
        assertThat(place.resolve("data")).doesNotExist();
    }

    @Test
    void aCleanStoreIsEmpty() throws IOException {
        try (ImageStore store = ImageStore.open(dir)) {
            store.publish(WEB, Arch.AMD64, image(layer(store, "web")));
        }
        StorePrune prune = StorePrune.of(dir, dir.resolve("listings"));
        long before = blobBytes();
        assertThat(prune.clean(true)).isEqualTo(new Result(4, before, List.of(), 0, 0));
        assertThat(prune.clean(false)).isEqualTo(new Result(4, before, List.of(), 0, 0));
        try (ImageStore store = ImageStore.open(dir)) {
            assertThat(store.list()).isEmpty();
        }
        assertThat(blobBytes()).isZero();
    }

    @Test
    void whoeverCancelsLosesNothing() throws IOException {
        try (ImageStore store = ImageStore.open(dir)) {
            put(store, "left behind");
        }
        Reporter cancelled = new Reporter(progress -> {}, () -> true);
        StorePrune prune = StorePrune.of(dir, dir.resolve("listings"));
        assertThatThrownBy(() -> prune.prune(false, cancelled)).isInstanceOf(CancelledException.class);
        assertThat(blobBytes()).isEqualTo(11);
    }

    private Result prune(boolean dryRun) throws IOException {
        return StorePrune.of(dir, dir.resolve("listings")).prune(dryRun, SILENT);
    }

    /// As if everything had been there for an hour.
    private void age() throws IOException {
        for (Path file : files("blobs/sha256")) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        }
    }

    /// Whoever makes an archive decides how long the chains in it are.
    @Test
    void aLongChainOfDocumentsIsFollowedToItsEnd() throws Exception {
        int length = 5000;
        try (ImageStore store = ImageStore.open(dir)) {
            Descriptor last = document("{}");
            for (int i = 1; i < length; i++) {
                last = document("{\"subject\":{\"mediaType\":\"" + last.mediaType() + "\",\"digest\":\"" + last.digest()
                        + "\",\"size\":" + last.size() + "}}");
            }
            store.name(WEB, last);
        }
        AtomicReference<List<StoreHoldings.Held>> held = new AtomicReference<>(List.of());
        Thread small = new Thread(null, () -> held.set(holdings()), "small", 256 << 10);
        small.start();
        small.join();

        assertThat(held.get())
                .singleElement()
                .satisfies(name -> assertThat(name.blobs()).hasSize(length));
    }

    private List<StoreHoldings.Held> holdings() {
        try {
            return StoreHoldings.of(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Descriptor document(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Digest digest = Hashing.digest(bytes);
        Files.write(dir.resolve("blobs/sha256").resolve(digest.hex()), bytes);
        return new Descriptor("application/vnd.oci.image.manifest.v1+json", digest, bytes.length);
    }

    @Test
    @Timeout(20)
    void anIndexThatIsNamedOftenIsReadOnce() throws IOException {
        try (ImageStore store = ImageStore.open(dir)) {
            Descriptor inner = document("{}");
            for (int depth = 0; depth < 4; depth++) {
                String one = "{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"digest\":\"" + inner.digest()
                        + "\",\"size\":" + inner.size() + "}";
                inner = document("{\"manifests\":[" + one + ("," + one).repeat(500) + "]}");
            }
            store.name(WEB, inner);

            assertThat(store.list()).isEmpty();
        }
    }

    private long blobBytes() throws IOException {
        long bytes = 0;
        for (Path file : files("blobs/sha256")) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve(folder))) {
            return files.toList();
        }
    }

    private static Digest put(ImageStore store, String text) throws IOException {
        return store.putBlob(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .digest();
    }

    private static ImageManifest image(Layer... layers) {
        return new ImageManifest(ImageConfig.EMPTY, List.of(layers));
    }

    private static Layer layer(ImageStore store, String text) throws IOException {
        try (LayerWriter writer = store.newLayer(1)) {
            new Tree().file("f", text).streamTo(writer);
            return writer.finish();
        }
    }
}
