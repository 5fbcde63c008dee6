package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StrangeImagesTest {
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

    private ImageRef ref(String name) {
        return ImageRef.parse(registry.address() + "/" + name);
    }

    private StoredImage pull(String name, Arch arch) throws IOException {
        return new RegistryImages(Setting.of(registry).registries(), store, false)
                .pull(ref(name), arch, Reporter.silent());
    }

    private String content(StoredImage image) throws IOException {
        try (var in = store.openBlob(image.layers().getFirst().digest())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void dockersFormIsAsGood() throws IOException {
        Digest list = served.index(
                "team/web",
                "1",
                "application/vnd.docker.distribution.manifest.list.v2+json",
                "application/vnd.docker.distribution.manifest.v2+json",
                List.of("linux/amd64"));

        assertThat(content(pull("team/web:1", Arch.AMD64))).isEqualTo("team/web for linux/amd64");
        assertThat(store.named(ref("team/web:1")).orElseThrow().digest()).isEqualTo(list);
    }

    @Test
    void aLayerThatIsElsewhereIsNotFetchedFromThere() {
        String json = """
            {"schemaVersion":2,"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%d},\
            "layers":[{"mediaType":"application/vnd.oci.image.layer.nondistributable.v1.tar","digest":"sha256:%s",\
            "size":9,"urls":["https://elsewhere.example/layer"]}]}\
            """;
        String config = "{%s,\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}"
                .formatted(ServedImages.platform("linux/amd64"), "1".repeat(64));
        Digest digest = registry.blob(config.getBytes(StandardCharsets.UTF_8));
        byte[] manifest =
                json.formatted(digest, config.length(), "1".repeat(64)).getBytes(StandardCharsets.UTF_8);
        registry.manifest("team/web", "1", manifest, ServedImages.MANIFEST);

        assertThatThrownBy(() -> pull("team/web:1", Arch.AMD64))
                .isInstanceOf(InputException.class)
                .hasMessage("the image " + ref("team/web:1") + " has a layer that is outside of the registry, at"
                        + " https://elsewhere.example/layer; such layers are not fetched");
    }

    @Test
    void whatIsNoImageIsRefused() {
        byte[] artifact = """
            {"schemaVersion":2,"artifactType":"application/vnd.example.chart","config":{"mediaType":\
            "application/vnd.oci.empty.v1+json","digest":"sha256:%s","size":2},"layers":[]}\
            """.formatted("1".repeat(64)).getBytes(StandardCharsets.UTF_8);
        registry.manifest("team/web", "1", artifact, ServedImages.MANIFEST);

        assertThatThrownBy(() -> pull("team/web:1", Arch.AMD64))
                .hasMessage(ref("team/web:1")
                        + " is no image but something else that registries keep: application/vnd.example.chart");
    }

    @Test
    void indexesWithinIndexesAreFollowedButNotForEver() throws IOException {
        Digest inner =
                served.index("team/web", "inner", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64"));
        String outer = "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1}]}";
        Digest at = registry.manifest(
                "team/web",
                "2",
                outer.formatted(ServedImages.INDEX, inner).getBytes(StandardCharsets.UTF_8),
                ServedImages.INDEX);
        assertThat(content(pull("team/web:2", Arch.AMD64))).isEqualTo("team/web for linux/amd64");
        for (int depth = 3; depth < 8; depth++) {
            at = registry.manifest(
                    "team/web",
                    "" + depth,
                    outer.formatted(ServedImages.INDEX, at).getBytes(StandardCharsets.UTF_8),
                    ServedImages.INDEX);
        }
        assertThatThrownBy(() -> pull("team/web:7", Arch.AMD64))
                .hasMessage(ref("team/web:7") + ": nests its indexes too deeply");
    }
}
