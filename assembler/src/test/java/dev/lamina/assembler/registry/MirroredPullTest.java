package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MirroredPullTest {
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

    private ImageRef ref(String name) {
        return ImageRef.parse(registry.address() + "/" + name);
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
}
