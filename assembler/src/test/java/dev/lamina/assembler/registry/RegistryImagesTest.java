package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryImagesTest {
    @TempDir
    Path folder;

    private TestRegistry registry;
    private ServedImages served;
    private ImageStore store;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry();
        served = new ServedImages(registry);
        store = ImageStore.open(folder.resolve("store"));
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    private RegistryImages images() {
        return new RegistryImages(Setting.of(registry).registries(), store, false);
    }

    private ImageRef ref(String name) {
        return ImageRef.parse(registry.address() + "/" + name);
    }

    private StoredImage pull(String name, Arch arch) throws IOException {
        return images().pull(ref(name), arch, Reporter.silent());
    }

    private String content(StoredImage image) throws IOException {
        try (var in = store.openBlob(image.layers().getFirst().digest())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, AMD64, linux/amd64",
        "linux/arm/v7 linux/amd64 linux/arm64/v8, ARM64, linux/arm64/v8",
        "linux/amd64/v3 linux/amd64/v2, AMD64, linux/amd64/v2",
        "linux/amd64/v3 linux/amd64 linux/amd64/v2, AMD64, linux/amd64",
        "linux/arm64/v9 linux/arm64, ARM64, linux/arm64",
        "linux/arm64/v9 linux/arm64/v8, ARM64, linux/arm64/v8",
        "windows/amd64 linux/amd64/odd, AMD64, linux/amd64/odd",
        "unknown/unknown linux/riscv64, RISCV64, linux/riscv64"
    })
    void thePlatformThatNeedsTheLeastIsTakenAndFoundAgain(String platforms, Arch arch, String taken)
            throws IOException {
        served.index("team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of(platforms.split(" ")));

        StoredImage image = pull("team/web:1", arch);

        assertThat(content(image)).isEqualTo("team/web for " + taken);
        assertThat(images().present(ref("team/web:1"), arch)).contains(image);
    }

    @Test
    void theListOfAnImagesSoftwareComesWithIt() throws IOException {
        Digest image =
                served.image("team/web", "one", "web", ServedImages.platform("linux/amd64"), ServedImages.MANIFEST);
        Digest list = served.attestation("{\"a\":1}", "https://spdx.dev/Document");
        Digest provenance = served.attestation("{\"b\":2}", "https://slsa.dev/provenance/v0.2");
        Digest gone = Digest.parse("sha256:" + "0".repeat(64));
        List<String> children = List.of(
                ServedImages.child(image, "linux/amd64", ""),
                ServedImages.child(list, "unknown/unknown", ServedImages.about(image)),
                ServedImages.child(provenance, "unknown/unknown", ServedImages.about(image)),
                ServedImages.child(gone, "unknown/unknown", ServedImages.about(image)));
        String json = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                .formatted(ServedImages.INDEX, String.join(",", children));
        registry.manifest("team/web", "1", json.getBytes(StandardCharsets.UTF_8), ServedImages.INDEX);

        StoredImage pulled = pull("team/web:1", Arch.AMD64);

        assertThat(content(pulled)).isEqualTo("web");
        assertThat(store.statements(pulled, "https://spdx.dev/Document"))
                .singleElement()
                .satisfies(blob -> assertThat(store.openBlob(blob.digest())).hasContent("{\"a\":1}"));
        assertThat(store.hasBlob(provenance)).isFalse();
    }

    @Test
    void thePlatformsThatThereAreAreNamed() {
        served.index(
                "team/web",
                "1",
                ServedImages.INDEX,
                ServedImages.MANIFEST,
                List.of("linux/amd64", "linux/arm/v7", "unknown/unknown"));

        assertThatThrownBy(() -> pull("team/web:1", Arch.ARM64))
                .isInstanceOf(InputException.class)
                .hasMessage("the image " + ref("team/web:1")
                        + " is there for linux/amd64, linux/arm/v7, not for linux/arm64");
    }

    @Test
    void aSingleImageIsForItsPlatformAlone() throws IOException {
        served.image("team/web", "1", "x", ServedImages.platform("linux/arm64"), ServedImages.MANIFEST);

        assertThat(content(pull("team/web:1", Arch.ARM64))).isEqualTo("x");
        assertThatThrownBy(() -> pull("team/web:1", Arch.AMD64))
                .hasMessage("the image " + ref("team/web:1") + " is there for linux/arm64, not for linux/amd64");
    }

    @Test
    void theIndexIsKeptAsItIsAndFoundByItsDigest() throws IOException {
        Digest index = served.index(
                "team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64", "linux/arm64"));
        StoredImage image = pull("team/web:1", Arch.AMD64);

        ImageRef pinned = ref("team/web@" + index);
        assertThat(store.find(pinned, Arch.AMD64).orElseThrow().manifestDigest())
                .isEqualTo(image.manifestDigest());
        assertThat(store.find(ref("team/web:1"), Arch.ARM64)).isEmpty();
    }

    @Test
    void anotherArchitectureIsAddedAndNothingIsFetchedTwice() throws IOException {
        served.index("team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64", "linux/arm64"));
        pull("team/web:1", Arch.AMD64);
        pull("team/web:1", Arch.ARM64);
        int before = registry.requests().size();

        pull("team/web:1", Arch.AMD64);
        pull("team/web:1", Arch.ARM64);

        assertThat(store.list()).hasSize(2);
        assertThat(registry.requests().subList(before, before + 2))
                .allMatch(request -> request.path().equals("/v2/team/web/manifests/1"));
        assertThat(registry.requests()).hasSize(before + 2);
    }

    @Test
    void aDigestIsAskedForAndNotTheTag() throws IOException {
        Digest old = served.index("team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64"));
        served.index("team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64", "linux/arm64"));

        pull("team/web:1@" + old, Arch.AMD64);

        assertThat(store.named(ref("team/web:1@" + old)).orElseThrow().digest()).isEqualTo(old);
        assertThat(registry.asked("manifests/1")).isEmpty();
    }

    @Test
    void whatIsInTheStoreIsNotAskedForUnlessItIsAlwaysPulled() throws IOException {
        served.index("team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64"));
        assertThat(images().pending(ref("team/web:1"), Arch.AMD64))
                .isEqualTo(new Pending("pull from " + registry.address(), 0, 0));
        assertThat(registry.requests()).isEmpty();
        StoredImage image = images().provide(ref("team/web:1"), Arch.AMD64, Reporter.silent());
        int asked = registry.requests().size();

        assertThat(images().provide(ref("team/web:1"), Arch.AMD64, Reporter.silent()))
                .isEqualTo(image);
        assertThat(registry.requests()).hasSize(asked);
        new RegistryImages(Setting.of(registry).registries(), store, true)
                .provide(ref("team/web:1"), Arch.AMD64, Reporter.silent());
        assertThat(registry.requests()).hasSize(asked + 1);
    }

    @Test
    void manyWhoWantTheSameImageGetItOnce() throws Exception {
        Setting.serveWeb(registry, folder.resolve("source"));
        RegistryImages images = images();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<StoredImage>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> images.provide(ref("team/web:1"), Arch.AMD64, Reporter.silent())));
            }
            for (Future<StoredImage> one : all) {
                assertThat(one.get().layers()).hasSize(2);
            }
        }
        assertThat(registry.asked("manifests/1")).hasSize(1);
        assertThat(registry.asked("blobs/")).doesNotHaveDuplicates();
    }

    @Test
    void eachLayerReportsItsProgress() throws IOException {
        Setting.serveWeb(registry, folder.resolve("source"));
        List<Progress> progress = new CopyOnWriteArrayList<>();

        StoredImage image = images().pull(ref("team/web:1"), Arch.AMD64, new Reporter(progress::add, () -> false));

        assertThat(progress.stream()
                        .filter(Progress.Started.class::isInstance)
                        .map(event -> ((Progress.Started) event).label()))
                .containsExactlyInAnyOrder("layer 1/2 of team/web:1", "layer 2/2 of team/web:1");
        assertThat(progress.stream()
                        .filter(Progress.Advanced.class::isInstance)
                        .mapToLong(event -> ((Progress.Advanced) event).bytes())
                        .sum())
                .isEqualTo(image.size());
    }

    @Test
    void aStalledPullEndsAtOnceWhenCancelled() throws Exception {
        Setting.serveWeb(registry, folder.resolve("source"));
        registry.always("blobs/", new Fault.Stall(10));
        AtomicBoolean cancelled = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> pull = threads.submit(
                    () -> images().pull(ref("team/web:1"), Arch.AMD64, new Reporter(event -> {}, cancelled::get)));
            registry.awaitStall();
            cancelled.set(true);
            assertThatThrownBy(() -> pull.get(3, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        }
        assertThat(store.list()).isEmpty();
        assertThat(Setting.badBlobs(store.dir())).isEmpty();
    }
}
