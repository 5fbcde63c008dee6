package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.registry.CredentialSource.Found;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.assembler.testing.TestRegistry.Request;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LoginTest {
    private static final String BASIC = "Basic YW5uOnNlY3JldA==";
    private static final CredentialSource ANN =
            registry -> new Found(Optional.of(new Credentials.Password("ann", "secret")), Optional.empty());

    @TempDir
    Path folder;

    private TestRegistry registry;
    private TestRegistry tokens;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry();
        tokens = new TestRegistry();
        Setting.serveWeb(registry, folder.resolve("source"));
        tokens.file("/token", "{\"token\":\"t1\",\"expires_in\":300}");
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
        tokens.close();
    }

    /// Lets pass who has `wanted`, and tells others what it wants.
    private void guard(String wanted, String... challenges) {
        List<String> headers = new ArrayList<>();
        for (String challenge : challenges) {
            headers.add("WWW-Authenticate: " + challenge.replace("TOKENS", "http://" + tokens.address() + "/token"));
        }
        registry.guard(request -> request.authorization().equals(Optional.of(wanted))
                ? Optional.empty()
                : Optional.of(new Fault.Reply(401, headers, "")));
    }

    private void ask(Setting setting) throws IOException {
        setting.registries().digest(Setting.web(registry), Reporter.silent());
    }

    static Stream<Arguments> challenges() {
        String scope = "scope=repository%3Ateam%2Fweb%3Apull";
        return Stream.of(
                Arguments.of("basic", BASIC, List.of("Basic realm=\"r\""), List.of()),
                Arguments.of("basic without a realm", BASIC, List.of("basic"), List.of()),
                Arguments.of(
                        "bearer",
                        "Bearer t1",
                        List.of("Bearer realm=\"TOKENS\",service=\"s 1\",scope=\"repository:team/web:pull\""),
                        List.of("GET /token?service=s+1&account=ann&" + scope)),
                Arguments.of(
                        "bearer without a scope",
                        "Bearer t1",
                        List.of("Bearer realm=\"TOKENS\""),
                        List.of("GET /token?account=ann&" + scope)),
                Arguments.of(
                        "bearer with several scopes, blanks, and no quotes",
                        "Bearer t1",
                        List.of("bearer  realm = TOKENS , scope=\"repository:a:pull repository:b:pull,push\" , x"),
                        List.of(
                                "GET /token?account=ann&scope=repository%3Aa%3Apull&scope=repository%3Ab%3Apull%2Cpush")),
                Arguments.of(
                        "several in one header",
                        "Bearer t1",
                        List.of("Negotiate YII==, Basic realm=\"a, b\", Bearer realm=\"TOKENS\",service=\"\\\"q\\\"\""),
                        List.of("GET /token?service=%22q%22&account=ann&" + scope)),
                Arguments.of(
                        "several headers",
                        "Bearer t1",
                        List.of("Basic realm=\"r\"", "Bearer realm=\"TOKENS\""),
                        List.of("GET /token?account=ann&" + scope)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("challenges")
    void eachFormOfChallengeIsMet(String name, String wanted, List<String> challenges, List<String> asked)
            throws IOException {
        guard(wanted, challenges.toArray(String[]::new));

        ask(Setting.of(registry).credentials(ANN));

        assertThat(tokens.requests().stream().map(Request::toString)).isEqualTo(asked);
        assertThat(tokens.requests().stream().map(Request::authorization)).allMatch(Optional.of(BASIC)::equals);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(List.of(), "wants a login, but does not say of which kind"),
                Arguments.of(List.of("=,\"\\"), "wants a login, but does not say of which kind"),
                Arguments.of(
                        List.of("Negotiate, Digest realm=\"x\""),
                        "wants a login of a kind that is not known here: negotiate, digest"),
                Arguments.of(
                        List.of("Bearer service=\"x\""), "wants a token, but does not say rightly from where: \"\""),
                Arguments.of(
                        List.of("Bearer realm=\"file:///etc/passwd\""),
                        "wants a token, but does not say rightly from where: \"file:///etc/passwd\""),
                Arguments.of(
                        List.of("Bearer realm=\"no address"),
                        "wants a token, but does not say rightly from where: \"no address\""),
                Arguments.of(
                        List.of("Bearer realm=\"http://auth.example/token\""),
                        "wants a token from auth.example without encryption"),
                Arguments.of(List.of("Basic realm=\"r\""), "refuses access"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aChallengeThatCannotBeMetIsTold(List<String> challenges, String reason) {
        guard("nothing is right", challenges.toArray(String[]::new));

        assertThatThrownBy(() -> ask(Setting.of(registry).credentials(ANN)))
                .isInstanceOfSatisfying(EnvironmentException.class, e -> {
                    assertThat(e)
                            .hasMessage("cannot get " + registry.address() + "/team/web:1: " + registry.address() + " "
                                    + reason);
                    assertThat(e.hint())
                            .contains("log in with 'docker login " + registry.address()
                                    + "' or 'podman login', and check the name");
                });
    }

    static Stream<Arguments> tokenServers() {
        return Stream.of(
                Arguments.of(Fault.status(401), "refuses: the password of ann is not accepted by TOKENS", true),
                Arguments.of(Fault.status(403), "refuses: the password of ann is not accepted by TOKENS", true),
                Arguments.of(Fault.status(404), "gives no token, but status 404", false),
                Arguments.of(new Fault.Reply(200, List.of(), "{}"), "gives no token", false),
                Arguments.of(new Fault.Reply(200, List.of(), "<html>"), "gives no token", false),
                Arguments.of(new Fault.Reply(200, List.of(), "{\"token\":\"a\\nb\"}"), "gives no token", false),
                Arguments.of(
                        new Fault.Reply(200, List.of(), " ".repeat((1 << 20) + 1)),
                        "sends far too much instead of a token",
                        false),
                Arguments.of(Fault.status(302, "Location: /elsewhere"), "gives no token, but status 302", false));
    }

    @ParameterizedTest
    @MethodSource("tokenServers")
    void aTokenServerThatFailsIsTold(Fault fault, String reason, boolean ofRegistry) {
        guard("Bearer t1", "Bearer realm=\"TOKENS\"");
        tokens.always("/token", fault);

        String server = ofRegistry ? registry.address() : tokens.address();
        assertThatThrownBy(() -> ask(Setting.of(registry).credentials(ANN)))
                .hasMessage("cannot get " + registry.address() + "/team/web:1: " + server + " "
                        + reason.replace("TOKENS", tokens.address()));
    }

    @Test
    void aBusyTokenServerIsAskedAgain() throws IOException {
        guard("Bearer t1", "Bearer realm=\"TOKENS\"");
        tokens.fault("/token", Fault.status(429), Fault.status(503));

        ask(Setting.of(registry).credentials(ANN));

        assertThat(tokens.requests()).hasSize(3);
    }

    @Test
    void whoIsNotLoggedInGetsATokenToo() throws IOException {
        guard("Bearer t1", "Bearer realm=\"TOKENS\"");

        ask(Setting.of(registry));

        assertThat(tokens.requests().getFirst().authorization()).isEmpty();
    }

    @Test
    void aTokenIsUsedAsLongAsItIsGood() throws IOException {
        guard("Bearer t1", "Bearer realm=\"TOKENS\"");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Registries registries = Setting.of(registry).clock(now::get).registries();

        registries.digest(Setting.web(registry), Reporter.silent());
        registries.digest(Setting.web(registry), Reporter.silent());
        assertThat(tokens.requests()).hasSize(1);
        now.set(Instant.EPOCH.plusSeconds(299));
        registries.digest(Setting.web(registry), Reporter.silent());
        assertThat(tokens.requests()).hasSize(2);
    }

    @Test
    void aTokenThatIsNotTakenAnyMoreIsRenewed() throws IOException {
        guard("Bearer t1", "Bearer realm=\"TOKENS\"");
        Registries registries = Setting.of(registry).registries();
        registries.digest(Setting.web(registry), Reporter.silent());
        guard("Bearer t2", "Bearer realm=\"TOKENS\"");
        tokens.file("/token", "{\"access_token\":\"t2\"}");

        registries.digest(Setting.web(registry), Reporter.silent());

        assertThat(tokens.requests()).hasSize(2);
    }

    @Test
    void anIdentityTokenIsExchanged() throws IOException {
        guard("Bearer t1", "Bearer realm=\"TOKENS\",service=\"s\"");
        CredentialSource identity =
                name -> new Found(Optional.of(new Credentials.IdentityToken("id 1")), Optional.empty());

        ask(Setting.of(registry).credentials(identity));

        Request request = tokens.requests().getFirst();
        assertThat(request.toString()).isEqualTo("POST /token");
        assertThat(request.body())
                .isEqualTo("service=s&grant_type=refresh_token&client_id=lamina"
                        + "&scope=repository%3Ateam%2Fweb%3Apull&refresh_token=id+1");
    }

    @Test
    void aRegistryTokenIsSentAsItIs() throws IOException {
        guard("Bearer own", "Bearer realm=\"TOKENS\"");
        CredentialSource token = name -> new Found(Optional.of(new Credentials.RegistryToken("own")), Optional.empty());

        ask(Setting.of(registry).credentials(token));

        assertThat(tokens.requests()).isEmpty();
    }

    @Test
    void aHelperThatFailedIsNamedWhenALoginIsWanted() {
        guard(BASIC, "Basic realm=\"r\"");
        CredentialSource broken =
                name -> new Found(Optional.empty(), Optional.of("docker-credential-x cannot be started"));

        assertThatThrownBy(() -> ask(Setting.of(registry).credentials(broken)))
                .hasMessage("cannot get " + registry.address() + "/team/web:1: " + registry.address()
                        + " wants a login (docker-credential-x cannot be started)");
    }

    @Test
    void aLoginGoesToNoOtherServer() throws IOException {
        try (TestRegistry storage = new TestRegistry()) {
            Setting.serveWeb(storage, folder.resolve("copy"));
            registry.guard(request -> Optional.of(
                    request.authorization().equals(Optional.of(BASIC))
                            ? Fault.status(307, "Location: http://" + storage.address() + request.path() + "?sig=1")
                            : Fault.status(401, "WWW-Authenticate: Basic realm=\"r\"")));

            new RegistryImages(
                            Setting.of(registry).credentials(ANN).registries(),
                            ImageStore.open(folder.resolve("store")),
                            false)
                    .pull(Setting.web(registry), Arch.AMD64, Reporter.silent());

            assertThat(storage.requests())
                    .hasSize(5)
                    .allMatch(request -> request.authorization().isEmpty());
        }
    }

    @Test
    void aPasswordIsNotSentInPlainTextToOthers() {
        Endpoint far = new Endpoint(URI.create("http://registry.example"), "team/web", "registry.example", false);
        Access access = new Access(
                new Sender(new Http(HttpSettings.usual(ProxySelector.of(null))), pause -> {}, Instant::now),
                ANN,
                Instant::now);

        assertThatThrownBy(() -> access.obtain(far, "repository:team/web:pull", Challenge.parse(List.of("Basic"))))
                .hasMessage("registry.example wants a login, which is not sent without encryption");
    }
}
