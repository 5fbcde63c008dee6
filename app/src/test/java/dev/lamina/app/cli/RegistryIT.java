package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.testing.DockerRegistry;
import dev.lamina.app.testing.TestAuthority;
import dev.lamina.app.testing.TestImages;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pushing to and pulling from a registry that is not ours.
class RegistryIT {
    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    /// Runs a command with a store of its own.
    private CliRun lamina(String home, String... args) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("LAMINA_HOME", home);
        Environment environment = new Environment(all, folder, folder, OperatingSystem.LINUX, "amd64", false);
        List<String> words = new ArrayList<>(List.of(args));
        words.addFirst("--quiet");
        return CliRun.with(new Wiring(environment), environment, "", words.toArray(String[]::new));
    }

    private void addWeb(String home, String name) throws IOException {
        TestImages.add(folder.resolve(home).resolve("images"), name, Arch.AMD64, "for amd64");
        TestImages.add(folder.resolve(home).resolve("images"), name, Arch.ARM64, "for arm64");
    }

    private String indexDigest(String home, String name) throws IOException {
        return ImageStore.open(folder.resolve(home).resolve("images"))
                .named(ImageRef.parse(name))
                .orElseThrow()
                .digest()
                .toString();
    }

    @Test
    void whatIsPushedIsPulledAsItWas() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            addWeb("one", "web");
            String as = registry.address() + "/team/web:1";
            String digest = indexDigest("one", "web");

            assertThat(lamina("one", "image", "push", "web", as))
                    .isEqualTo(new CliRun(0, as + "@" + digest + "  linux/amd64, linux/arm64\n", ""));
            assertThat(lamina("two", "image", "pull", as).code()).isZero();
            assertThat(lamina("two", "image", "pull", "--arch", "arm64", registry.address() + "/team/web@" + digest)
                            .code())
                    .isZero();

            assertThat(indexDigest("two", as)).isEqualTo(digest);
            assertThat(lamina("two", "image", "ls").out().lines()).hasSize(5);
        }
    }

    @Test
    void imagesOfFoldersAreBuiltAndPushed() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            String org = registry.address() + "/team";
            Path greet = Files.createDirectories(folder.resolve("greet"));
            Files.writeString(greet.resolve("lamina-pkg.yml"), "image: greet\nscripts: {/bin/greet: x}\n");

            assertThat(lamina("one", "pkg", "push", "--org", org, "--hash", "1", "--release", "v1", "greet")
                            .code())
                    .isZero();
            assertThat(lamina("two", "image", "pull", "--arch", "arm64", org + "/greet:v1")
                            .code())
                    .isZero();

            assertThat(indexDigest("two", org + "/greet:v1")).isEqualTo(indexDigest("one", org + "/greet:1"));
            String[] pull = {"pkg", "build", "--pull", "--org", org, "--hash", "1", "greet"};
            CliRun built = lamina("three", pull);
            assertThat(built.code()).as(built.err()).isZero();
            assertThat(indexDigest("three", org + "/greet:1")).isEqualTo(indexDigest("one", org + "/greet:1"));
            Files.writeString(greet.resolve("lamina-pkg.yml"), "image: other\nscripts: {/bin/greet: x}\n");
            assertThat(lamina("three", pull).out()).contains(org + "/other:1"); // which the registry does not have
            assertThat(lamina("one", "pkg", "build", "--nobuild", "greet").err())
                    .startsWith("lamina: --nobuild and --release go with --push\n");
        }
    }

    @Test
    void aBuildPullsWhatItNeedsOnce() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            addWeb("one", "web");
            String image = registry.address() + "/team/web:1";
            assertThat(lamina("one", "image", "push", "web", image).code()).isZero();
            Files.writeString(folder.resolve("x.yml"), "init: [\"" + image + "\"]\n");

            assertThat(lamina("two", "plan", "x.yml").out())
                    .startsWith("image  " + image + "    pull from " + registry.address() + "\n");
            assertThat(lamina("two", "build", "--offline", "x.yml"))
                    .isEqualTo(new CliRun(
                            1,
                            "",
                            "x.yml:1:8: init[0]: the image " + image + " is not in the store\n"
                                    + "hint: get it with 'lamina image pull' or 'lamina image import'\n"));
            assertThat(lamina("two", "build", "x.yml").code()).isZero();
            assertThat(lamina("two", "build", "--offline", "x.yml").code()).isZero();
            assertThat(lamina("two", "build", "--pull", "x.yml").code()).isZero();
        }
        assertThat(lamina("two", "build", "x.yml").code()).isZero();
        assertThat(lamina("two", "build", "--pull", "x.yml").code()).isEqualTo(3);
    }

    @Test
    void whatTheRegistryDoesNotHaveIsAnErrorOfTheDocument() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            String image = registry.address() + "/team/none:1";
            Files.writeString(folder.resolve("x.yml"), "init: [\"" + image + "\"]\n");

            assertThat(lamina("one", "build", "x.yml"))
                    .isEqualTo(
                            new CliRun(
                                    1,
                                    "",
                                    "x.yml:1:8: init[0]: the registry " + registry.address() + " has no image " + image
                                            + "\n"
                                            + "hint: check the name and the tag; 'docker login' if the repository is private\n"));
        }
    }

    @Test
    void aRepositoryOfTheSameRegistryTakesLayersFromAnother() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            addWeb("one", "web");
            String from = registry.address() + "/team/web:1";
            lamina("one", "image", "push", "web", from);
            lamina("two", "image", "pull", from);
            lamina("two", "image", "pull", "--arch", "arm64", from);

            assertThat(lamina("two", "image", "push", "--with-arch-tags", from, registry.address() + "/other/site:2")
                            .code())
                    .isZero();

            assertThat(lamina("three", "image", "pull", registry.address() + "/other/site:2-arm64", "--arch", "arm64")
                            .code())
                    .isZero();
        }
    }

    @Test
    void onlyThePlatformsThatAreHereArePushed() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"));
                DockerRegistry other = DockerRegistry.open(folder.resolve("other"))) {
            addWeb("one", "web");
            String from = registry.address() + "/team/web:1";
            lamina("one", "image", "push", "web", from);
            lamina("two", "image", "pull", from);

            CliRun run = lamina("two", "image", "push", "--remote-name", other.address() + "/team/web:1", from);

            assertThat(run.code()).isZero();
            assertThat(run.out()).endsWith("  linux/amd64\n");
            CliRun absent = lamina("three", "image", "pull", "--arch", "arm64", other.address() + "/team/web:1");
            assertThat(absent.err())
                    .startsWith("lamina: the image " + other.address()
                            + "/team/web:1 is there for linux/amd64, not for linux/arm64\n");
        }
    }

    @Test
    void aGuardedRegistryWantsALogin() throws IOException {
        try (DockerRegistry registry = DockerRegistry.guarded(folder.resolve("registry"))) {
            addWeb("one", "web");
            String as = registry.address() + "/team/web:1";

            assertThat(lamina("one", "image", "push", "web", as))
                    .isEqualTo(new CliRun(
                            3,
                            "",
                            "lamina: cannot push " + as + ": " + registry.address() + " wants a login\n"
                                    + "hint: log in with 'docker login " + registry.address()
                                    + "' or 'podman login', and check the name\n"));
            Files.createDirectories(folder.resolve(".docker"));
            Files.writeString(folder.resolve(".docker/config.json"), registry.login());
            assertThat(lamina("one", "image", "push", "web", as).code()).isZero();
            Files.delete(folder.resolve(".docker/config.json"));
            assertThat(lamina("two", "image", "pull", as).code()).isEqualTo(3);
            Files.writeString(folder.resolve("auth.json"), registry.login());
            variables.put("REGISTRY_AUTH_FILE", "auth.json");
            assertThat(lamina("two", "image", "pull", as).code()).isZero();
            variables.remove("REGISTRY_AUTH_FILE");
            Files.createDirectories(folder.resolve("conf"));
            Files.writeString(folder.resolve("conf/config.json"), "{\"credsStore\":\"of-no-such-name\"}");
            variables.put("DOCKER_CONFIG", "conf");
            assertThat(lamina("three", "image", "pull", as).err())
                    .startsWith("lamina: cannot get " + as + ": " + registry.address()
                            + " wants a login (docker-credential-of-no-such-name cannot be started)\n");
            Files.writeString(
                    folder.resolve("conf/config.json"), registry.login().replace("YW5u", "Ym9i"));
            assertThat(lamina("three", "image", "pull", as).err())
                    .startsWith("lamina: cannot get " + as + ": " + registry.address() + " refuses access"
                            + " (authentication required)\n");
        }
    }

    @Test
    void anAuthorityOfTheUsersOwnIsTrusted() throws Exception {
        TestAuthority authority = TestAuthority.in(folder.resolve("keys"));
        try (DockerRegistry registry = DockerRegistry.encrypted(folder.resolve("registry"), authority)) {
            addWeb("one", "web");
            String as = registry.address() + "/team/web:1";

            CliRun refused = lamina("one", "image", "push", "web", as);
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.err())
                    .startsWith(
                            "lamina: cannot push " + as + ": " + registry.address() + " cannot be talked to safely (")
                    .endsWith("hint: --cert-file FILE names an authority to trust; --plain-http " + registry.address()
                            + " is for a registry without encryption\n");
            String ca = authority.authority().toString();
            assertThat(lamina("one", "image", "push", "--cert-file", ca, "web", as)
                            .code())
                    .isZero();
            assertThat(lamina("two", "image", "pull", "--cert-file", ca, as).code())
                    .isZero();
            variables.put("SSL_CERT_FILE", ca);
            assertThat(lamina("three", "image", "pull", as).code()).isZero();
        }
    }

    @Test
    void aMirrorIsAskedFirstAndMayLackTheImage() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"));
                DockerRegistry mirror = DockerRegistry.open(folder.resolve("mirror"))) {
            addWeb("one", "web");
            String here = registry.address() + "/team/web:1";
            lamina("one", "image", "push", "web", mirror.address() + "/library/redis:7");
            lamina("one", "image", "push", "web", here);
            String url = "http://" + mirror.address();

            assertThat(lamina("two", "image", "pull", "--mirror", "docker.io=" + url, "redis:7")
                            .code())
                    .isZero();
            variables.put("LINUXKIT_MIRROR", url);
            assertThat(lamina("two", "image", "pull", "redis:7", here).code()).isZero();
        }
    }

    @Test
    void aBuiltSystemIsPushedAsFilesThatAnyClientGetsBack() throws Exception {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            Files.writeString(folder.resolve("web-kernel"), "kernel");
            Files.writeString(folder.resolve("web-initrd.img"), "initrd");
            Files.writeString(folder.resolve("web-cmdline"), "console=ttyS0\n");
            String as = registry.address() + "/team/system:1";

            CliRun run = lamina("one", "image", "push", "--artifact", "web", as);

            assertThat(run.code()).isZero();
            String base = "http://" + registry.address() + "/v2/team/system/";
            String manifest = get(base + "manifests/1");
            assertThat(manifest)
                    .contains("\"artifactType\":\"application/vnd.lamina.system.v1\"")
                    .contains("\"mediaType\":\"application/vnd.oci.empty.v1+json\"");
            Map<String, String> files = new HashMap<>();
            Pattern layer =
                    Pattern.compile("image.title\":\"([^\"]*)\"},\"digest\":\"([^\"]*)\",\"mediaType\":\"([^\"]*)\"");
            for (MatchResult match : layer.matcher(manifest).results().toList()) {
                files.put(match.group(1) + " " + match.group(3), get(base + "blobs/" + match.group(2)));
            }
            assertThat(files)
                    .isEqualTo(Map.of(
                            "web-kernel application/vnd.lamina.kernel.v1", "kernel",
                            "web-initrd.img application/vnd.lamina.initrd.v1", "initrd",
                            "web-cmdline text/plain", "console=ttyS0\n"));
            assertThat(lamina("one", "image", "push", "--artifact", "web", as)).isEqualTo(run);
        }
    }

    @Test
    void pullsAreMeasuredBesidePlainHttp() throws IOException {
        try (DockerRegistry registry = DockerRegistry.open(folder.resolve("registry"))) {
            addWeb("one", "web");
            String image = registry.address() + "/team/web:1";
            lamina("one", "image", "push", "web", image);

            CliRun run = lamina("two", "bench", "pull", "--runs", "1", image);

            assertThat(run.code()).isZero();
            assertThat(run.out()).startsWith(image + ", amd64, 1 layer, ");
            assertThat(run.out().lines().skip(2).map(line -> line.replaceFirst("  .*", "")))
                    .startsWith(
                            "plain GET",
                            "plain GET and SHA-256",
                            "the same, written to files",
                            "pull into a new store");
            assertThat(folder.resolve("two/bench")).isDirectoryNotContaining("glob:**/.part-*");
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/vnd.oci.image.manifest.v1+json")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
