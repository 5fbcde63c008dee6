package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RemoteNamesTest {
    private TestRegistry registry;
    private ServedImages served;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry();
        served = new ServedImages(registry);
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    private ImageRef ref(String name) {
        return ImageRef.parse(registry.address() + "/" + name);
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
        Digest index = served.index("team/web", "1", ServedImages.INDEX, ServedImages.MANIFEST, List.of("linux/amd64"));
        RemoteNames names = Setting.of(registry).registries();

        assertThat(names.digest(ref("team/web:1"), Reporter.silent())).isEqualTo(index);
        assertThat(registry.requests().getFirst().toString()).isEqualTo("HEAD /v2/team/web/manifests/1");
        registry.fault("manifests/1", new Fault.DigestHeader("sha512:abc"), new Fault.DigestHeader("sha512:abc"));
        assertThat(names.digest(ref("team/web:1"), Reporter.silent())).isEqualTo(index);
    }
}
