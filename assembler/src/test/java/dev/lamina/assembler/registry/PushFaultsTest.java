package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.assembler.testing.TestRegistry.Fault;
import dev.lamina.assembler.testing.TestRegistry.Request;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of an upload when a registry or the way to it misbehaves.
final class PushFaultsTest {
    private static final Fault BEGUN = Fault.status(202, "Location: /upload/1?state=x");

    @TempDir
    Path folder;

    private TestRegistry registry;
    private ImageStore store;
    private StoredImage image;

    @BeforeEach
    void start() throws IOException {
        registry = new TestRegistry();
        Workbench bench = Workbench.in(folder).image("web", new Tree().file("web", Workbench.noise(1)));
        store = bench.store();
        image = store.find(ImageRef.parse("web"), Arch.AMD64).orElseThrow();
        registry.guard(this::answer);
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    /// Takes everything; the layer's upload is left to the faults.
    private Optional<Fault> answer(Request request) {
        boolean layer =
                request.path().contains(image.layers().getFirst().digest().hex());
        return switch (request.method()) {
            case "HEAD" -> Optional.of(Fault.status(404));
            case "POST" -> Optional.of(BEGUN);
            case "PUT" ->
                request.path().startsWith("/v2/") || !layer ? Optional.of(Fault.status(201)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private ImagePush.Pushed push(Setting setting, Reporter reporter) throws IOException {
        ImageRef as = ImageRef.parse(registry.address() + "/team/web:1");
        return new ImagePush(setting.registries(), store, ImageRef.parse("web"), as, false, reporter).run();
    }

    private List<String> uploads() {
        String layer = image.layers().getFirst().digest().toString();
        return registry.requests().stream()
                .filter(request ->
                        request.method().equals("PUT") && request.path().contains("digest=" + layer))
                .map(request -> request.headers().get("content-length"))
                .toList();
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(Fault.status(500)),
                Arguments.of(Fault.status(503)),
                Arguments.of(Fault.status(408)),
                Arguments.of(Fault.status(429)),
                Arguments.of(Fault.status(404)),
                Arguments.of(Fault.status(416)),
                Arguments.of(new Fault.Reset(0)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void anUploadThatBreaksBeginsAnew(Fault fault) throws IOException {
        registry.file("/upload/1", "");
        registry.fault("/upload/1", fault, Fault.status(201));
        List<Progress> progress = new CopyOnWriteArrayList<>();

        push(Setting.of(registry), new Reporter(progress::add, () -> false));

        String size = "" + image.layers().getFirst().size();
        assertThat(uploads()).containsExactly(size, size);
        assertThat(progress.stream()
                        .filter(Progress.Advanced.class::isInstance)
                        .mapToLong(event -> ((Progress.Advanced) event).bytes())
                        .sum())
                .isEqualTo(progress.stream()
                        .filter(Progress.Started.class::isInstance)
                        .mapToLong(event -> ((Progress.Started) event).bytes().orElseThrow())
                        .sum());
    }

    @Test
    void anUploadThatAlwaysFailsIsTold() {
        registry.always("/upload/1", Fault.status(507));

        assertThatThrownBy(() -> push(Setting.of(registry), Reporter.silent()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("cannot push " + registry.address() + "/team/web:1: " + registry.address()
                        + " answers with status 507");
        assertThat(uploads()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 411, 413, 422})
    void anUploadThatIsRefusedIsNotTriedAgain(int status) {
        registry.always(
                "/upload/1",
                new Fault.Reply(status, List.of(), "{\"errors\":[{\"code\":\"SIZE_INVALID\",\"message\":\"no\"}]}"));
        Setting setting = Setting.of(registry);

        assertThatThrownBy(() -> push(setting, Reporter.silent()))
                .isInstanceOfSatisfying(
                        EnvironmentException.class,
                        e -> assertThat(e.hint())
                                .contains("check the name, and what the registry allows: sizes, tags that stay as they"
                                        + " are"))
                .hasMessage("cannot push " + registry.address() + "/team/web:1: " + registry.address()
                        + " answers with status " + status + " (no)");
        assertThat(uploads()).hasSize(1);
        assertThat(setting.pauses).isEmpty();
    }

    @Test
    void aRegistryThatTakesNoLargePiecesGetsSmallOnes() throws IOException {
        byte[] large = new byte[20 << 20];
        new Random(1).nextBytes(large);
        Digest digest = store.putBlob(new ByteArrayInputStream(large)).digest();
        Upload upload = new Upload(digest, large.length, "large", () -> new ByteArrayInputStream(large));
        registry.guard(request -> switch (request.method()) {
            case "POST" -> Optional.of(BEGUN);
            case "PATCH" -> Optional.of(Fault.status(202, "Location: /upload/1?state=y"));
            default ->
                Optional.of(Fault.status(
                        request.headers().getOrDefault("content-length", "0").equals("0") ? 201 : 413));
        });

        Registries registries = Setting.of(registry).registries();
        RegistryName to = RegistryName.of(ImageRef.parse(registry.address() + "/team/web:1"));
        Reporter reporter = Reporter.silent();
        Registries.cancellable(
                () -> {
                    try (Reporter.Step step = reporter.begin("large", large.length)) {
                        registries.target(to).upload(upload, step);
                    }
                    return to;
                },
                reporter);

        assertThat(registry.requests().stream()
                        .filter(request -> request.method().equals("PATCH"))
                        .map(request -> request.headers().get("content-range")))
                .containsExactly("0-8388607", "8388608-16777215", "16777216-20971519");
        assertThat(registry.requests().getLast().toString()).isEqualTo("PUT /upload/1?state=y&digest=" + digest);
    }

    @Test
    void anImageGoesToATagOfARegistryOnly() {
        assertThatThrownBy(() -> ImagePush.target(ImageRef.parse("lamina/sshd")))
                .isInstanceOf(InputException.class)
                .hasMessage("lamina/sshd is the name of a built-in image, and of none in a registry");
        assertThatThrownBy(() -> ImagePush.target(ImageRef.parse("team/web@sha256:" + "1".repeat(64))))
                .isInstanceOf(InputException.class)
                .hasMessage("an image cannot be pushed to a digest, which follows from its content");
    }
}
