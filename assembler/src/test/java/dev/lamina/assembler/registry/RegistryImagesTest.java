package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
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
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    @TempDir
    Path folder;

    private TestRegistry registry;
    private ImageStore store;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry();
        store = ImageStore.open(folder.resolve("store"));
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    private RegistryImages images(Setting setting) {
        return new RegistryImages(setting.registries(), store, false);
    }

    private RegistryImages images() {
        return images(Setting.of(registry));
    }

    private ImageRef ref(String name) {
        return ImageRef.parse(registry.address() + "/" + name);
    }

    private StoredImage pull(String name, Arch arch) throws IOException {
        return images().pull(ref(name), arch, Reporter.silent());
    }

    /// An image of one layer, whose content is its name.
    private Digest image(String repository, String tag, String content, String platform, String manifestType) {
        Digest layer = registry.blob(content.getBytes(StandardCharsets.UTF_8));
        String config = "{%s,\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}".formatted(platform, layer);
        String json = """
                {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"application/vnd.oci.image.config.v1+json",\
                "digest":"%s","size":%d},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar",\
                "digest":"%s","size":%d}]}""".formatted(
                        manifestType,
                        registry.blob(config.getBytes(StandardCharsets.UTF_8)),
                        config.length(),
                        layer,
                        content.length());
        return registry.manifest(repository, tag, json.getBytes(StandardCharsets.UTF_8), manifestType);
    }

    private static String platform(String text) {
        String[] parts = text.split("/");
        String variant = parts.length > 2 ? ",\"variant\":\"" + parts[2] + "\"" : "";
        return "\"os\":\"" + parts[0] + "\",\"architecture\":\"" + parts[1] + "\"" + variant;
    }

    private Digest index(String repository, String tag, String type, String childType, List<String> platforms) {
        List<String> children = new ArrayList<>();
        for (String platform : platforms) {
            Digest image = image(repository, "one", repository + " for " + platform, platform(platform), childType);
            children.add("{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":5,\"platform\":{%s}}"
                    .formatted(childType, image, platform(platform)));
        }
        String json = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                .formatted(type, String.join(",", children));
        return registry.manifest(repository, tag, json.getBytes(StandardCharsets.UTF_8), type);
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
        index("team/web", "1", INDEX, MANIFEST, List.of(platforms.split(" ")));

        StoredImage image = pull("team/web:1", arch);

        assertThat(content(image)).isEqualTo("team/web for " + taken);
        assertThat(images().present(ref("team/web:1"), arch)).contains(image);
    }

    /// A manifest with one statement in it.
    private Digest attestation(String statement, String predicate) {
        String json = """
                {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"application/vnd.oci.image.config.v1+json",\
                "digest":"%s","size":2},"layers":[{"mediaType":"application/vnd.in-toto+json","digest":"%s","size":%d,\
                "annotations":{"in-toto.io/predicate-type":"%s"}}]}""".formatted(
                        MANIFEST,
                        registry.blob("{}".getBytes(StandardCharsets.UTF_8)),
                        registry.blob(statement.getBytes(StandardCharsets.UTF_8)),
                        statement.length(),
                        predicate);
        return registry.manifest("team/web", "about", json.getBytes(StandardCharsets.UTF_8), MANIFEST);
    }

    private static String child(Digest digest, String platform, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":5,\"platform\":{%s}%s}"
                .formatted(MANIFEST, digest, platform(platform), more);
    }

    private static String about(Digest image) {
        return ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\","
                + "\"vnd.docker.reference.digest\":\"" + image + "\"}";
    }

    @Test
    void theListOfAnImagesSoftwareComesWithIt() throws IOException {
        Digest image = image("team/web", "one", "web", platform("linux/amd64"), MANIFEST);
        Digest list = attestation("{\"a\":1}", "https://spdx.dev/Document");
        Digest provenance = attestation("{\"b\":2}", "https://slsa.dev/provenance/v0.2");
        Digest gone = Digest.parse("sha256:" + "0".repeat(64));
        List<String> children = List.of(
                child(image, "linux/amd64", ""),
                child(list, "unknown/unknown", about(image)),
                child(provenance, "unknown/unknown", about(image)),
                child(gone, "unknown/unknown", about(image)));
        String json = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                .formatted(INDEX, String.join(",", children));
        registry.manifest("team/web", "1", json.getBytes(StandardCharsets.UTF_8), INDEX);

        StoredImage pulled = pull("team/web:1", Arch.AMD64);

        assertThat(content(pulled)).isEqualTo("web");
        assertThat(store.statements(pulled, "https://spdx.dev/Document"))
                .singleElement()
                .satisfies(blob -> assertThat(store.openBlob(blob.digest())).hasContent("{\"a\":1}"));
        assertThat(store.hasBlob(provenance)).isFalse();
    }

    @Test
    void thePlatformsThatThereAreAreNamed() {
        index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64", "linux/arm/v7", "unknown/unknown"));

        assertThatThrownBy(() -> pull("team/web:1", Arch.ARM64))
                .isInstanceOf(InputException.class)
                .hasMessage("the image " + ref("team/web:1")
                        + " is there for linux/amd64, linux/arm/v7, not for linux/arm64");
    }

    @Test
    void aSingleImageIsForItsPlatformAlone() throws IOException {
        image("team/web", "1", "x", platform("linux/arm64"), MANIFEST);

        assertThat(content(pull("team/web:1", Arch.ARM64))).isEqualTo("x");
        assertThatThrownBy(() -> pull("team/web:1", Arch.AMD64))
                .hasMessage("the image " + ref("team/web:1") + " is there for linux/arm64, not for linux/amd64");
    }

    @Test
    void dockersFormIsAsGood() throws IOException {
        Digest list = index(
                "team/web",
                "1",
                "application/vnd.docker.distribution.manifest.list.v2+json",
                "application/vnd.docker.distribution.manifest.v2+json",
                List.of("linux/amd64"));

        assertThat(content(pull("team/web:1", Arch.AMD64))).isEqualTo("team/web for linux/amd64");
        assertThat(store.named(ref("team/web:1")).orElseThrow().digest()).isEqualTo(list);
    }

    @Test
    void theIndexIsKeptAsItIsAndFoundByItsDigest() throws IOException {
        Digest index = index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64", "linux/arm64"));
        StoredImage image = pull("team/web:1", Arch.AMD64);

        ImageRef pinned = ref("team/web@" + index);
        assertThat(store.find(pinned, Arch.AMD64).orElseThrow().manifestDigest())
                .isEqualTo(image.manifestDigest());
        assertThat(store.find(ref("team/web:1"), Arch.ARM64)).isEmpty();
    }

    @Test
    void anotherArchitectureIsAddedAndNothingIsFetchedTwice() throws IOException {
        index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64", "linux/arm64"));
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
        Digest old = index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64"));
        index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64", "linux/arm64"));

        pull("team/web:1@" + old, Arch.AMD64);

        assertThat(store.named(ref("team/web:1@" + old)).orElseThrow().digest()).isEqualTo(old);
        assertThat(registry.asked("manifests/1")).isEmpty();
    }

    @Test
    void whatIsInTheStoreIsNotAskedForUnlessItIsAlwaysPulled() throws IOException {
        index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64"));
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

    @Test
    void aMirrorIsAskedFirst() throws IOException {
        try (TestRegistry mirror = new TestRegistry()) {
            Setting.serveWeb(mirror, folder.resolve("source"));

            images(Setting.of(registry).mirror(registry.address() + "=http://" + mirror.address() + "/"))
                    .pull(ref("team/web:1"), Arch.AMD64, Reporter.silent());

            assertThat(registry.requests()).isEmpty();
            assertThat(store.list()).hasSize(1);
        }
    }

    @Test
    void aMirrorMayHaveItsImagesInAFolderAndServeAllRegistries() throws IOException {
        try (TestRegistry mirror = new TestRegistry()) {
            mirror.serve(
                    Setting.serveWeb(mirror, folder.resolve("source")),
                    ImageRef.parse("web"),
                    "cache/library/redis",
                    "latest");

            images(Setting.of(registry).mirror("http://" + mirror.address() + "/cache/"))
                    .pull(ImageRef.parse("redis"), Arch.AMD64, Reporter.silent());

            assertThat(mirror.asked("/v2/cache/library/redis/manifests/latest")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"404", "401", "403", "500", "301"})
    void aMirrorThatFailsLeavesItToTheRegistry(int status) throws IOException {
        Setting.serveWeb(registry, folder.resolve("source"));
        try (TestRegistry mirror = new TestRegistry()) {
            mirror.always("/v2/", Fault.status(status));

            images(Setting.of(registry).mirror("*=http://" + mirror.address()))
                    .pull(ref("team/web:1"), Arch.AMD64, Reporter.silent());

            assertThat(store.list()).hasSize(1);
            assertThat(mirror.asked("manifests/1")).isNotEmpty();
            assertThat(mirror.asked("blobs/")).isEmpty();
        }
    }

    @Test
    void aMirrorThatIsNotThereIsAskedOnce() throws IOException {
        Setting.serveWeb(registry, folder.resolve("source"));
        TestRegistry gone = new TestRegistry();
        gone.close();

        images(Setting.of(registry).mirror("http://" + gone.address()))
                .pull(ref("team/web:1"), Arch.AMD64, Reporter.silent());

        assertThat(store.list()).hasSize(1);
    }

    @Test
    void whatAllSaidIsTold() throws IOException {
        try (TestRegistry mirror = new TestRegistry()) {
            Setting setting = Setting.of(registry).mirror("http://" + mirror.address());
            assertThatThrownBy(() -> images(setting).pull(ref("team/web:1"), Arch.AMD64, Reporter.silent()))
                    .isInstanceOf(InputException.class)
                    .hasMessage("the registry " + registry.address() + " has no image " + ref("team/web:1") + "; "
                            + mirror.address() + " does not have it");
            registry.always("/v2/", Fault.status(500));
            assertThatThrownBy(() -> images(setting).pull(ref("team/web:1"), Arch.AMD64, Reporter.silent()))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessage("cannot get " + ref("team/web:1") + ": " + mirror.address() + " does not have it; "
                            + registry.address() + " answers with status 500");
        }
    }

    @Test
    void aLayerThatIsElsewhereIsNotFetchedFromThere() {
        String json = """
                {"schemaVersion":2,"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%d},\
                "layers":[{"mediaType":"application/vnd.oci.image.layer.nondistributable.v1.tar","digest":"sha256:%s",\
                "size":9,"urls":["https://elsewhere.example/layer"]}]}""";
        String config = "{%s,\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}"
                .formatted(platform("linux/amd64"), "1".repeat(64));
        Digest digest = registry.blob(config.getBytes(StandardCharsets.UTF_8));
        byte[] manifest =
                json.formatted(digest, config.length(), "1".repeat(64)).getBytes(StandardCharsets.UTF_8);
        registry.manifest("team/web", "1", manifest, MANIFEST);

        assertThatThrownBy(() -> pull("team/web:1", Arch.AMD64))
                .isInstanceOf(InputException.class)
                .hasMessage("the image " + ref("team/web:1") + " has a layer that is outside of the registry, at"
                        + " https://elsewhere.example/layer; such layers are not fetched");
    }

    @Test
    void whatIsNoImageIsRefused() {
        byte[] artifact = """
                {"schemaVersion":2,"artifactType":"application/vnd.example.chart","config":{"mediaType":\
                "application/vnd.oci.empty.v1+json","digest":"sha256:%s","size":2},"layers":[]}""".formatted("1".repeat(64)).getBytes(StandardCharsets.UTF_8);
        registry.manifest("team/web", "1", artifact, MANIFEST);

        assertThatThrownBy(() -> pull("team/web:1", Arch.AMD64))
                .hasMessage(ref("team/web:1")
                        + " is no image but something else that registries keep: application/vnd.example.chart");
    }

    @Test
    void indexesWithinIndexesAreFollowedButNotForEver() throws IOException {
        Digest inner = index("team/web", "inner", INDEX, MANIFEST, List.of("linux/amd64"));
        String outer = "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1}]}";
        Digest at = registry.manifest(
                "team/web", "2", outer.formatted(INDEX, inner).getBytes(StandardCharsets.UTF_8), INDEX);
        assertThat(content(pull("team/web:2", Arch.AMD64))).isEqualTo("team/web for linux/amd64");
        for (int depth = 3; depth < 8; depth++) {
            at = registry.manifest(
                    "team/web", "" + depth, outer.formatted(INDEX, at).getBytes(StandardCharsets.UTF_8), INDEX);
        }
        assertThatThrownBy(() -> pull("team/web:7", Arch.AMD64))
                .hasMessage(ref("team/web:7") + ": nests its indexes too deeply");
    }

    @Test
    void tagsComePageByPage() throws IOException {
        registry.fault(
                "tags/list",
                new Fault.Reply(
                        200,
                        List.of("Link: </v2/team/web/tags/list?n=2&last=b>; rel=\"next\""),
                        "{\"name\":\"team/web\",\"tags\":[\"a\",\"b\"]}"),
                new Fault.Reply(200, List.of(), "{\"name\":\"team/web\",\"tags\":[\"c\"]}"));

        assertThat(Setting.of(registry).registries().tags(ref("team/web"), Reporter.silent()))
                .containsExactly("a", "b", "c");
        assertThat(registry.asked("tags/list"))
                .containsExactly("GET /v2/team/web/tags/list?n=1000", "GET /v2/team/web/tags/list?n=2&last=b");
    }

    @Test
    void tagsElsewhereOrWithoutEndAreRefused() {
        registry.fault(
                "tags/list",
                new Fault.Reply(200, List.of("Link: <http://other.example/x>; rel=\"next\""), "{\"tags\":[\"a\"]}"));
        assertThatThrownBy(() -> Setting.of(registry).registries().tags(ref("team/web"), Reporter.silent()))
                .hasMessageEndingWith(registry.address() + " has its further tags elsewhere");
        registry.fault(
                "tags/list",
                new Fault.Reply(200, List.of("Link: </v2/team/web/tags/list>; rel=\"next\""), "{\"tags\":null}"));
        assertThatThrownBy(() -> Setting.of(registry).registries().tags(ref("team/web"), Reporter.silent()))
                .hasMessageEndingWith(registry.address() + " has no end of tags");
    }

    @Test
    void theDigestOfANameIsThatOfItsIndex() throws IOException {
        Digest index = index("team/web", "1", INDEX, MANIFEST, List.of("linux/amd64"));
        RemoteNames names = Setting.of(registry).registries();

        assertThat(names.digest(ref("team/web:1"), Reporter.silent())).isEqualTo(index);
        assertThat(registry.requests().getFirst().toString()).isEqualTo("HEAD /v2/team/web/manifests/1");
        registry.fault("manifests/1", new Fault.DigestHeader("sha512:abc"), new Fault.DigestHeader("sha512:abc"));
        assertThat(names.digest(ref("team/web:1"), Reporter.silent())).isEqualTo(index);
    }
}
