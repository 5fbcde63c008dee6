package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of a pull when a registry or the way to it misbehaves.
final class PullFaultsTest {
    private static final String BUSY = "Sun, 06 Nov 1994 08:49:40 GMT";
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

    @TempDir
    Path folder;

    private TestRegistry registry;
    private ImageStore source;
    private ImageStore store;
    private Digest layer;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry();
        source = Setting.serveWeb(registry, folder.resolve("source"));
        store = ImageStore.open(folder.resolve("store"));
        layer = source.find(ImageRef.parse("web"), Arch.AMD64)
                .orElseThrow()
                .layers()
                .getFirst()
                .digest();
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    private StoredImage pull(Setting setting) throws IOException {
        return new RegistryImages(setting.registries(), store, true)
                .pull(Setting.web(registry), Arch.AMD64, Reporter.silent());
    }

    private Digest layer() {
        return layer;
    }

    private String filled(String text) {
        return text.replace("HOST", registry.address()).replace("LAYER", layer().toString());
    }

    static Stream<Arguments> layersRecover() {
        return Stream.of(
                Arguments.of("a truncated body", new Fault.Cut(40_000)),
                Arguments.of("a reset", new Fault.Reset(30_000)),
                Arguments.of("no body at all", new Fault.Cut(0)),
                Arguments.of("a flipped bit", new Fault.Flip(70_000)),
                Arguments.of("408", Fault.status(408)),
                Arguments.of("429", Fault.status(429)),
                Arguments.of("429 with seconds", Fault.status(429, "Retry-After: 3")),
                Arguments.of("429 with a time", Fault.status(429, "Retry-After: " + BUSY)),
                Arguments.of("429 with nonsense", Fault.status(429, "Retry-After: soon")),
                Arguments.of("500", Fault.status(500)),
                Arguments.of("502", Fault.status(502)),
                Arguments.of("503", Fault.status(503, "Retry-After: 1")),
                Arguments.of("504", Fault.status(504)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layersRecover")
    void aPassingFaultOfALayerIsOvercome(String name, Fault fault) throws IOException {
        registry.fault("blobs/" + layer(), fault);

        StoredImage image = pull(Setting.of(registry).clock(InstantSource.fixed(NOW)));

        assertThat(image.layers())
                .isEqualTo(source.find(ImageRef.parse("web"), Arch.AMD64)
                        .orElseThrow()
                        .layers());
        assertThat(Setting.badBlobs(store.dir())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layersRecover")
    void aPassingFaultOfAManifestIsOvercome(String name, Fault fault) throws IOException {
        boolean statusAlone = fault instanceof Fault.Reply;
        registry.fault("manifests/1", statusAlone ? fault : Fault.status(500));

        assertThat(pull(Setting.of(registry).clock(InstantSource.fixed(NOW))).layers())
                .hasSize(2);
    }

    static Stream<Arguments> patience() {
        return Stream.of(
                Arguments.of(Fault.status(503), List.of(500L)),
                Arguments.of(Fault.status(429, "Retry-After: 3"), List.of(3000L)),
                Arguments.of(Fault.status(429, "Retry-After: " + BUSY), List.of(3000L)),
                Arguments.of(Fault.status(429, "Retry-After: 0"), List.of(500L)),
                Arguments.of(Fault.status(429, "Retry-After: 60"), List.of(60_000L)));
    }

    @ParameterizedTest
    @MethodSource("patience")
    void theRegistrySaysHowLongToWait(Fault fault, List<Long> millis) throws IOException {
        registry.fault("manifests/1", fault);
        Setting setting = Setting.of(registry).clock(InstantSource.fixed(NOW));

        pull(setting);

        assertThat(setting.pauses.stream().map(Duration::toMillis)).isEqualTo(millis);
    }

    @Test
    void eachPauseIsLongerThanTheOneBefore() throws IOException {
        registry.fault("manifests/1", Fault.status(500), Fault.status(502), Fault.status(503), Fault.status(504));
        Setting setting = Setting.of(registry);

        pull(setting);

        assertThat(setting.pauses.stream().map(Duration::toMillis)).containsExactly(500L, 1000L, 2000L, 4000L);
    }

    @Test
    void aBrokenLayerIsResumedAndNotBegunAnew() throws IOException {
        registry.fault("blobs/" + layer(), new Fault.Cut(40_000));

        pull(Setting.of(registry));

        assertThat(registry.asked("blobs/" + layer()))
                .containsExactly(
                        "GET /v2/team/web/blobs/" + layer(), "GET /v2/team/web/blobs/" + layer() + " bytes=40000-");
    }

    @Test
    void theNextRunGoesOnWhereThisOneEnded() throws IOException {
        registry.fault("blobs/" + layer(), new Fault.Cut(40_000), Fault.status(403));
        assertThatThrownBy(() -> pull(Setting.of(registry))).isInstanceOf(LaminaException.class);

        pull(Setting.of(registry));

        assertThat(registry.asked("blobs/" + layer()).getLast())
                .isEqualTo("GET /v2/team/web/blobs/" + layer() + " bytes=40000-");
        assertThat(Setting.badBlobs(store.dir())).isEmpty();
        assertThat(folder.resolve("store/partial")).isEmptyDirectory();
    }

    @Test
    void aRegistryThatSendsAllDoesNotSpoilWhatIsThere() throws IOException {
        registry.fault("blobs/" + layer(), new Fault.Cut(40_000), new Fault.Whole());

        assertThat(pull(Setting.of(registry)).layers()).hasSize(2);
        assertThat(Setting.badBlobs(store.dir())).isEmpty();
    }

    static Stream<Arguments> layersFail() {
        return Stream.of(
                Arguments.of("always truncated", new Fault.Cut(10), "HOST broke off"),
                Arguments.of("always reset", new Fault.Reset(10), "HOST broke off"),
                Arguments.of("always flipped", new Fault.Flip(9), "HOST sends something else than LAYER, twice"),
                Arguments.of("too long", new Fault.Longer(5), "HOST has a file of another size (LAYER)"),
                Arguments.of("too short", new Fault.Longer(-5), "HOST has a file of another size (LAYER)"),
                Arguments.of("endless", new Fault.Endless(), "HOST sends more than the file has (LAYER)"),
                Arguments.of(
                        "another part", new Fault.OtherPart(), "HOST sent another part than was asked for (LAYER)"),
                Arguments.of("429 for ever", Fault.status(429), "HOST answers with status 429"),
                Arguments.of(
                        "429 for long",
                        Fault.status(429, "Retry-After: 3600"),
                        "HOST is too busy and wants to be asked again in 3600 s"),
                Arguments.of("500 for ever", Fault.status(500), "HOST answers with status 500"),
                Arguments.of("503 for ever", Fault.status(503), "HOST answers with status 503"),
                Arguments.of("501", Fault.status(501), "HOST answers with status 501"),
                Arguments.of(
                        "in a circle",
                        Fault.status(307, "Location: /v2/team/web/blobs/LAYER"),
                        "HOST points from one address to the next without end"),
                Arguments.of(
                        "nowhere",
                        Fault.status(307, "Location: file:///etc/passwd"),
                        "HOST points to no address: \"file:///etc/passwd\""),
                Arguments.of("not even there", Fault.status(307), "HOST points to no address: \"\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layersFail")
    void aLastingFaultIsToldAndLeavesNoBadBlob(String name, Fault fault, String reason) throws IOException {
        Fault used = fault instanceof Fault.Reply reply
                ? new Fault.Reply(
                        reply.status(),
                        reply.headers().stream().map(this::filled).toList(),
                        reply.body())
                : fault;
        registry.always("blobs/" + layer(), used);

        assertThatThrownBy(() -> pull(Setting.of(registry))).isInstanceOfSatisfying(LaminaException.class, e -> {
            assertThat(e).hasMessage(filled("cannot get HOST/team/web:1: " + reason));
            assertThat(e.kind()).isEqualTo(ProblemKind.ENVIRONMENT);
            assertThat(e.hint()).contains("try again later, or ask another registry with --mirror");
        });
        assertThat(Setting.badBlobs(store.dir())).isEmpty();
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aRegistryThatFallsSilentIsGivenUp() throws IOException {
        registry.always("blobs/" + layer(), new Fault.Stall(1000));

        assertThatThrownBy(() -> pull(Setting.of(registry).stall(Duration.ofMillis(200))))
                .hasMessage(filled("cannot get HOST/team/web:1: HOST does not answer"));
        assertThat(Setting.badBlobs(store.dir())).isEmpty();
    }

    static Stream<Arguments> manifestsFail() {
        String other = "sha256:" + "0".repeat(64);
        return Stream.of(
                Arguments.of(
                        "another digest in the header",
                        new Fault.DigestHeader(other),
                        "cannot get HOST/team/web:1: HOST sends a manifest with the digest INDEX instead of " + other),
                Arguments.of(
                        "no JSON",
                        new Fault.Reply(200, List.of(), "<html>"),
                        "HOST/team/web:1: is not valid JSON (Unexpected character ('<' (code 60)): expected a valid"
                                + " value (JSON String, Number, Array, Object or token 'null', 'true' or 'false'))"),
                Arguments.of(
                        "something else",
                        new Fault.Reply(200, List.of(), "{\"a\":1}"),
                        "HOST/team/web:1: is neither an index nor a manifest of an image"),
                Arguments.of(
                        "schema 1",
                        new Fault.Reply(200, List.of(), "{\"schemaVersion\":1,\"fsLayers\":[]}"),
                        "HOST/team/web:1: is of Docker's first format (schema 1), which is insecure and out of use;"
                                + " build it anew"),
                Arguments.of(
                        "too large",
                        new Fault.Reply(200, List.of(), " ".repeat((4 << 20) + 1)),
                        "cannot get HOST/team/web:1: HOST sends a manifest of more than 4194304 bytes"),
                Arguments.of(
                        "refused",
                        new Fault.Reply(
                                403, List.of(), "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"not \\u001byou\"}]}"),
                        "cannot get HOST/team/web:1: HOST refuses access (not \\x1byou)"),
                Arguments.of("absent", Fault.status(404), "the registry HOST has no image HOST/team/web:1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifestsFail")
    void whatIsNoManifestIsRefused(String name, Fault fault, String message) throws IOException {
        registry.always("manifests/1", fault);

        String index =
                source.named(ImageRef.parse("web")).orElseThrow().digest().toString();
        assertThatThrownBy(() -> pull(Setting.of(registry)))
                .hasMessage(filled(message).replace("INDEX", index));
        assertThat(store.list()).isEmpty();
    }

    @Test
    void anotherManifestUnderADigestIsRefused() throws IOException {
        Digest manifest =
                source.find(ImageRef.parse("web"), Arch.AMD64).orElseThrow().manifestDigest();
        registry.fault("manifests/" + manifest, new Fault.Reply(200, List.of(), "{}"));

        assertThatThrownBy(() -> pull(Setting.of(registry)))
                .hasMessageStartingWith(filled("cannot get HOST/team/web:1: HOST sends a manifest with the digest "))
                .hasMessageEndingWith(" instead of " + manifest);
    }
}
