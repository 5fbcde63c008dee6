package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.FakeRegistry;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutdatedCommandTest {
    private static final String A = FakeRegistry.digest('a').toString();
    private static final String B = FakeRegistry.digest('b').toString();

    @TempDir
    Path folder;

    private final FakeRegistry registry = new FakeRegistry()
            .with("nginx:1.27", 'a')
            .with("nginx:1.28", 'b')
            .with("nginx:1.29", 'b')
            .with("nginx:1.30-rc1", 'b')
            .with("redis:7", 'b')
            .with("web", 'a');

    @Test
    void newerTagsAndChangedDigestsAreListed() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
        Files.writeString(folder.resolve("x.yml"), """
                init:
                  - lamina/init
                  - nginx:1.27@%s
                  - nginx:1.29
                  - redis:7@%s
                  - web
                  - none:1
                  - nginx:1.27@%s
                """.formatted(A, A, A));

        assertThat(run("outdated", "-q", "x.yml")).isEqualTo(new CliRun(0, """
                        IMAGE                         NEWEST  DIGEST
                        docker.io/library/nginx:1.27  1.29    as locked
                        docker.io/library/nginx:1.29          not locked
                        docker.io/library/redis:7             not as locked any more
                        docker.io/library/web                 not locked; not as in the store any more
                        docker.io/library/none:1              not known: the registry has no image docker.io/library/none:1
                        """, ""));
        assertThat(run("outdated", "--json", "x.yml").out().lines().toList())
                .hasSize(5)
                .startsWith("{\"file\":\"x.yml\",\"line\":3,\"image\":\"docker.io/library/nginx:1.27\","
                        + "\"newer\":[\"1.28\",\"1.29\"],\"locked\":true,\"had\":\"" + A + "\",\"now\":\"" + A
                        + "\",\"changed\":false}")
                .contains("{\"file\":\"x.yml\",\"line\":5,\"image\":\"docker.io/library/redis:7\",\"newer\":[],"
                        + "\"locked\":true,\"had\":\"" + A + "\",\"now\":\"" + B + "\",\"changed\":true}");
    }

    @Test
    void onlyWhatRegistriesHaveTooIsCleaned() throws IOException {
        Path store = folder.resolve("home/images");
        for (String image : new String[] {"web", "nginx:1.27", "none:1", "lamina/init"}) {
            TestImages.add(store, image, Arch.AMD64, image);
        }
        try (ImageStore opened = ImageStore.open(store)) {
            Digest web = opened.digest(ImageRef.parse("web")).orElseThrow();
            registry.with("web", web);
        }

        CliRun run = run("image", "clean", "--published-only");

        assertThat(run.out()).matches("removed 4 files, [0-9]+ B\n");
        assertThat(run.err())
                .contains(
                        "kept docker.io/library/nginx:1.27: its registry has another one under that name\n",
                        "kept docker.io/library/none:1: the registry has no image docker.io/library/none:1\n",
                        "kept lamina/init: it is built in\n");
        assertThat(run("image", "ls", "-q").out())
                .contains("nginx:1.27", "none:1", "lamina/init")
                .doesNotContain("library/web");
    }

    private CliRun run(String... args) {
        Environment environment = CliRun.environment(folder);
        Wiring wiring = new Wiring(environment) {
            @Override
            public RemoteNames remoteNames() {
                return registry;
            }
        };
        return CliRun.with(wiring, environment, "", args);
    }
}
