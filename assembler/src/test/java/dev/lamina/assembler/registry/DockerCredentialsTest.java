package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.registry.CredentialHelper.Said;
import dev.lamina.assembler.registry.CredentialSource.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DockerCredentialsTest {
    private static final Credentials ANN = new Credentials.Password("ann", "se:cret");

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Said said = new Said(0, "{\"ServerURL\":\"x\",\"Username\":\"bob\",\"Secret\":\"kept\"}");

    private Found find(String registry, String... configs) throws IOException {
        List<Path> files = new CopyOnWriteArrayList<>();
        for (String config : configs) {
            Path file = folder.resolve("config" + files.size());
            Files.writeString(file, config);
            files.add(file);
        }
        return new DockerCredentials(files, (program, argument, input) -> {
                    asked.add(program + " " + argument + " < " + input);
                    if (program.endsWith("missing")) {
                        throw new IOException("no such program");
                    }
                    return said;
                })
                .find(registry);
    }

    private static Found found(Credentials credentials) {
        return new Found(Optional.of(credentials), Optional.empty());
    }

    private static Found nothing(String problem) {
        return new Found(Optional.empty(), Optional.of(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example:5000, registry.example:5000",
        "https://registry.example, registry.example",
        "https://registry.example/v2/, registry.example",
        "http://registry.example/, registry.example",
        "https://index.docker.io/v1/, docker.io",
        "docker.io, docker.io",
        "registry-1.docker.io, docker.io"
    })
    void whatDockerWroteIsFoundByTheNameOfTheRegistry(String key, String registry) throws IOException {
        // ann:se:cret
        assertThat(find(registry, "{\"auths\":{\"%s\":{\"auth\":\"YW5uOnNlOmNyZXQ=\"}}}".formatted(key)))
                .isEqualTo(found(ANN));
    }

    @Test
    void eachKindOfLoginIsUnderstood() throws IOException {
        String config = """
                {"auths":{"a":{"identitytoken":"id","auth":"YW5uOg=="},"b":{"registrytoken":"rt"},
                "c":{"username":"ann","password":"se:cret"},"d":{},"e":{"auth":""}}}""";
        assertThat(find("a", config)).isEqualTo(found(new Credentials.IdentityToken("id")));
        assertThat(find("b", config)).isEqualTo(found(new Credentials.RegistryToken("rt")));
        assertThat(find("c", config)).isEqualTo(found(ANN));
        for (String none : List.of("d", "e", "f")) {
            assertThat(find(none, config)).isEqualTo(new Found(Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void theHelperOfARegistryComesBeforeTheOneForAllAndBeforeTheFile() throws IOException {
        String config = """
                {"credHelpers":{"a":"own"},"credsStore":"all","auths":{"a":{"auth":"YW5uOnNlOmNyZXQ="}}}""";

        assertThat(find("a", config)).isEqualTo(found(new Credentials.Password("bob", "kept")));
        find("b", config);
        find("docker.io", config);

        assertThat(asked)
                .containsExactly(
                        "docker-credential-own get < a",
                        "docker-credential-all get < b",
                        "docker-credential-all get < https://index.docker.io/v1/");
    }

    @Test
    void aHelperMayKeepAToken() throws IOException {
        said = new Said(0, "{\"Username\":\"<token>\",\"Secret\":\"id\"}");
        assertThat(find("a", "{\"credsStore\":\"x\"}")).isEqualTo(found(new Credentials.IdentityToken("id")));
    }

    @Test
    void aHelperThatKnowsNothingLeavesItToTheFile() throws IOException {
        said = new Said(1, "credentials not found in native keychain\n");
        assertThat(find("a", "{\"credsStore\":\"x\",\"auths\":{\"a\":{\"auth\":\"YW5uOnNlOmNyZXQ=\"}}}"))
                .isEqualTo(found(ANN));
    }

    @Test
    void aHelperThatFailsIsSaid() throws IOException {
        said = new Said(1, "locked\u001b[2J\n");
        assertThat(find("a", "{\"credsStore\":\"x\"}"))
                .isEqualTo(nothing("docker-credential-x fails: locked\\x1b[2J\\x0a"));
        said = new Said(0, "no JSON");
        assertThat(find("a", "{\"credsStore\":\"x\"}")).isEqualTo(nothing("docker-credential-x prints no JSON"));
        assertThat(find("a", "{\"credsStore\":\"missing\"}"))
                .isEqualTo(nothing("docker-credential-missing cannot be started"));
    }

    @Test
    void aHelperIsAProgramOfThePathAndNothingElse() throws IOException {
        assertThat(find("a", "{\"credsStore\":\"/../x\"}"))
                .isEqualTo(nothing("docker-credential-/../x cannot be the name of a program"));
        assertThat(asked).isEmpty();
    }

    @Test
    void theNextFileIsAskedWhenOneKnowsNothing() throws IOException {
        assertThat(find("a", "no JSON", "{}", "{\"auths\":{\"a\":{\"auth\":\"YW5uOnNlOmNyZXQ=\"}}}"))
                .isEqualTo(found(ANN));
        assertThat(find("a", "{\"auths\":{\"a\":{\"auth\":\"%%%\"}}}"))
                .isEqualTo(nothing(folder.resolve("config0") + " cannot be read as a list of logins"));
    }

    @Test
    void theFilesAreThoseOfDockerAndPodman() {
        Path home = Path.of("/home/ann");
        assertThat(DockerCredentials.usualFiles(Map.of(), folder, home))
                .containsExactly(home.resolve(".docker/config.json"), home.resolve(".config/containers/auth.json"));
        assertThat(DockerCredentials.usualFiles(
                        Map.of(
                                "DOCKER_CONFIG", "/d",
                                "REGISTRY_AUTH_FILE", "auth.json",
                                "XDG_RUNTIME_DIR", "/run/1",
                                "XDG_CONFIG_HOME", "/c"),
                        folder,
                        home))
                .containsExactly(
                        folder.resolve("auth.json"),
                        Path.of("/d/config.json"),
                        Path.of("/run/1/containers/auth.json"),
                        Path.of("/c/containers/auth.json"));
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(List.of(ANN, new Credentials.IdentityToken("id"), new Credentials.RegistryToken("rt"))
                        .toString())
                .isEqualTo("[password of ann, identity token, registry token]");
    }
}
