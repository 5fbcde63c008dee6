package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.testing.FakeRegistry;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockCommandTest {
    private static final String TEXT = """
            # a shop
            init:
              - lamina/init
              - web   # from the store
            services:
              - name: nginx
                image: "nginx:1.27"
              - name: own
                image: local/own
            """;
    private static final String A = FakeRegistry.digest('a').toString();
    private static final String B = FakeRegistry.digest('b').toString();

    @TempDir
    Path folder;

    private final FakeRegistry registry = new FakeRegistry().with("nginx:1.27", 'a');
    private String stored = "";

    @BeforeEach
    void write() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
        try (ImageStore store = ImageStore.open(folder.resolve("home/images"))) {
            stored = store.digest(ImageRef.parse("web")).orElseThrow().toString();
        }
        Path own = Files.createDirectories(folder.resolve("home/components/own"));
        Files.writeString(own.resolve("component.yml"), "name: own\n");
        Files.writeString(folder.resolve("x.yml"), TEXT);
    }

    @Test
    void digestsAreWrittenNextToNames() throws IOException {
        assertThat(run("lock", "-q", "x.yml"))
                .isEqualTo(new CliRun(
                        0,
                        "x.yml:4:5: docker.io/library/web@" + stored + " (store)\n"
                                + "x.yml:7:12: docker.io/library/nginx:1.27@" + A + " (registry)\n",
                        ""));
        assertThat(folder.resolve("x.yml"))
                .hasContent(TEXT.replace("- web", "- web@" + stored).replace("1.27", "1.27@" + A));
        assertThat(registry.asked()).containsExactly("docker.io/library/nginx:1.27");
        assertThat(run("lock", "-q", "x.yml")).isEqualTo(new CliRun(0, "", ""));
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void whatIsMadeHereIsLeftAloneInWords() {
        assertThat(run("lock", "x.yml").err())
                .isEqualTo("left alone, as Lamina makes and pins them itself: lamina/init, docker.io/local/own\n");
    }

    @Test
    void aDryRunShowsTheDifference() {
        assertThat(run("lock", "-q", "--dry-run", "x.yml").out()).isEqualTo("""
                        --- x.yml
                        +++ x.yml
                        @@ -1,9 +1,9 @@
                         # a shop
                         init:
                           - lamina/init
                        -  - web   # from the store
                        +  - web@%s   # from the store
                         services:
                           - name: nginx
                        -    image: "nginx:1.27"
                        +    image: "nginx:1.27@%s"
                           - name: own
                             image: local/own
                        """.formatted(stored, A));
        assertThat(folder.resolve("x.yml")).hasContent(TEXT);
    }

    @Test
    void checkFailsUntilAllIsLockedToWhatItIs() {
        assertThat(run("lock", "-q", "--check", "x.yml")).isEqualTo(new CliRun(1, """
                        x.yml:4:5: the image docker.io/library/web has no digest
                        hint: 'lamina lock' writes what it stands for now
                        x.yml:7:12: the image docker.io/library/nginx:1.27 has no digest
                        hint: 'lamina lock' writes what it stands for now
                        """, ""));
        run("lock", "-q", "x.yml");
        assertThat(run("lock", "-q", "--check", "x.yml")).isEqualTo(new CliRun(0, "", ""));
        registry.with("nginx:1.27", 'b');
        assertThat(run("lock", "-q", "--check", "x.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "x.yml:7:12: the image docker.io/library/nginx:1.27 is locked to " + A
                                + ", but in the registry it is " + B
                                + "\nhint: 'lamina lock --update' takes what it stands for now\n",
                        ""));
        assertThat(run("lock", "-q", "--check", "--offline", "x.yml").code()).isZero();
    }

    @Test
    void updateRenewsWhatIsThere() throws IOException {
        run("lock", "-q", "x.yml");
        registry.with("nginx:1.27", 'b');
        assertThat(run("lock", "-q", "--update", "x.yml").out())
                .isEqualTo("x.yml:7:12: docker.io/library/nginx:1.27@" + B + " (registry)\n");
        assertThat(Files.readString(folder.resolve("x.yml"))).contains("\"nginx:1.27@" + B + "\"");
    }

    @Test
    void whatIsNowhereIsSaidAndNothingIsWritten() throws IOException {
        String text = TEXT.replace("nginx:1.27", "none:1");
        Files.writeString(folder.resolve("x.yml"), text);
        assertThat(run("lock", "-q", "x.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "x.yml:7:12: the registry has no image docker.io/library/none:1\n"
                                + "hint: look for another name\n"));
        assertThat(run("lock", "-q", "--offline", "x.yml").err())
                .isEqualTo("x.yml:7:12: the image docker.io/library/none:1 is not in the store\n"
                        + "hint: leave --offline away to ask its registry\n");
        assertThat(folder.resolve("x.yml")).hasContent(text);
    }

    @Test
    void standardInputIsPrinted() {
        assertThat(withInput("init: [nginx:1.27]  # x\r\n", "lock", "-q", "-"))
                .isEqualTo(new CliRun(0, "init: [nginx:1.27@" + A + "]  # x\r\n", ""));
        assertThat(withInput("init: [nginx:1.27\n", "lock", "-q", "-").code()).isEqualTo(1);
        assertThat(withInput("", "lock", "-q", "-", "x.yml").code()).isEqualTo(2);
        assertThat(run("lock", "-q", "http://127.0.0.1:1/x.yml").code()).isEqualTo(2);
    }

    @Test
    void lockedBuildsNeedDigests() throws IOException {
        Files.writeString(folder.resolve("y.yml"), "init:\n  - web\n");
        assertThat(run("build", "-q", "--locked", "--offline", "-o", "y.tar", "y.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "y.yml:2:5: init[0]: the image docker.io/library/web has no digest, and --locked wants one\n"
                                + "hint: 'lamina lock FILE' writes it\n"));
        run("lock", "-q", "y.yml");
        assertThat(run("build", "-q", "--locked", "--offline", "-o", "y.tar", "y.yml"))
                .isEqualTo(new CliRun(0, "", ""));
        assertThat(run("plan", "-q", "--locked", "y.yml").code()).isZero();
    }

    private CliRun run(String... args) {
        return withInput("", args);
    }

    private CliRun withInput(String input, String... args) {
        Environment environment = CliRun.environment(folder);
        Wiring wiring = new Wiring(environment) {
            @Override
            public RemoteNames remoteNames() {
                return registry;
            }
        };
        return CliRun.with(wiring, environment, input, args);
    }
}
