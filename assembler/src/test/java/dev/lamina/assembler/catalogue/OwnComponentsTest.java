package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.Trees.Collector;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OwnComponentsTest {
    private static final ImageRef GREET = ImageRef.parse("local/greet");
    private static final Map<String, String> BUILT_IN = Map.of(
            "index", "components/tool\nlayers/base\n",
            "layers/base/layer.yml", "name: base\nsummary: S\nlinks: {/bin/sh: box}\n",
            "components/tool/component.yml", described("tool", "layers: [base]\n"));

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private OwnComponents own;

    @BeforeEach
    void describe() throws IOException {
        own = OwnComponents.in(folder);
        write("greet/component.yml", described("greet", """
                layers: [base]
                files: [{path: /hello, source: root/hello, mode: "0755"}]
                command: [/hello]
                config: {readonly: true}
                """));
        write("greet/root/hello", "hi\n");
    }

    private static String described(String name, String more) {
        return "name: " + name
                + "\nsection: service\nsummary: S\ndescription: D\nicon: i\nlicence: MIT\narch: [amd64]\n" + more;
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Catalogue catalogue() {
        return Catalogue.of(path -> Optional.ofNullable(BUILT_IN.get(path))
                        .map(text -> ByteSource.of(text.getBytes(StandardCharsets.UTF_8))))
                .and(own);
    }

    private StoredImage provide() throws IOException {
        FakePackages none = new FakePackages(elsewhere);
        try (CatalogueImages images =
                new CatalogueImages(catalogue(), none, ImageStore.open(elsewhere.resolve("store")), false)) {
            return images.provide(GREET, Arch.AMD64, Reporter.silent());
        }
    }

    @Test
    void anImageIsMadeOfTheDescriptionAndTheSharedLayers() throws IOException {
        StoredImage image = provide();

        assertThat(image.ref()).isEqualTo(GREET);
        assertThat(image.config().entrypoint()).containsExactly("/hello");
        assertThat(image.config().labels()).isEqualTo(Map.of("org.mobyproject.config", "{\"readonly\":true}"));
        assertThat(image.layers()).hasSize(2);
        Collector layer = new Collector();
        try (InputStream tar = ImageStore.open(elsewhere.resolve("store"))
                .openLayer(image.layers().getLast())) {
            new TarReader(tar, "layer").streamTo(layer);
        }
        assertThat(layer.items()).singleElement().satisfies(item -> {
            assertThat(item.entry()).isEqualTo("FILE 755 0:0 @1492533000 3 0,0 hello ->  {}");
            assertThat(item.content()).isEqualTo("hi\n");
        });
    }

    @Test
    void theyAreListedBehindTheBuiltInOnesUnderTheirOwnNames() {
        assertThat(catalogue().components())
                .extracting(Component::reference)
                .containsExactly("lamina/tool", "local/greet");
        assertThat(catalogue().get("greet")).isEqualTo(catalogue().get("local/greet"));
        assertThatThrownBy(() -> catalogue().get("local/gret"))
                .hasMessage("there is no component local/gret")
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of("did you mean local/greet?"));
    }

    @Test
    void onlyNamesOfComponentsThatAreThereAreTheirs() throws IOException {
        write("Not-A-Name/component.yml", "");
        write("empty/readme", "");

        assertThat(own.has(GREET)).isTrue();
        assertThat(own.names()).containsExactly("greet");
        for (String other : new String[] {"local/greet:1", "local/empty", "local/../greet", "greet", "lamina/greet"}) {
            assertThat(own.has(ImageRef.parse(other))).as(other).isFalse();
        }
        assertThat(OwnComponents.in(folder.resolve("nowhere")).names()).isEmpty();
    }

    @Test
    void anImageIsMadeAgainWhenAFileHasChanged() throws IOException {
        StoredImage before = provide();
        assertThat(provide()).isEqualTo(before);

        write("greet/root/hello", "hey\n");

        assertThat(provide().layers().getLast()).isNotEqualTo(before.layers().getLast());
    }

    @Test
    void theSameFolderElsewhereGivesTheSameImage() throws IOException {
        StoredImage here = provide();
        Path copy = Files.createDirectories(elsewhere.resolve("copy/greet/root"));
        Files.copy(folder.resolve("greet/component.yml"), copy.resolveSibling("component.yml"));
        Files.copy(folder.resolve("greet/root/hello"), copy.resolve("hello"));
        own = OwnComponents.in(elsewhere.resolve("copy"));

        assertThat(provide().manifestDigest()).isEqualTo(here.manifestDigest());
    }

    @Test
    void whatIsWrongWithADescriptionIsNamedWithItsFile() throws IOException {
        write("greet/component.yml", described("greet", "comand: [a]\n"));

        assertThatThrownBy(this::provide)
                .isInstanceOf(BadDescriptionException.class)
                .hasMessage(folder.resolve("greet/component.yml") + ":8:1: unknown key \"comand\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            layers: [bas]                               | there is no shared layer bas | did you mean "base"?
            files: [{path: /a, source: root/none}]      | there is no file local/greet/root/none | a component's description names it: put it there
            ~{files: [{path: /a, source: root/hello}, {path: /a, source: root/hello}]}~ | a component has two things at /a | take one of them out of its description
            """)
    void aDescriptionThatCannotBeFollowedIsRefused(String line, String problem, String hint) throws IOException {
        String more = line.startsWith("{") ? line.substring(1, line.length() - 1) : line;
        write("greet/component.yml", described("greet", more + "\n"));

        assertThatThrownBy(this::provide)
                .isInstanceOf(InputException.class)
                .hasMessage(problem)
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of(hint));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a link there needs a right that few have")
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "nobody's business");
        Files.delete(folder.resolve("greet/root/hello"));
        Files.createSymbolicLink(folder.resolve("greet/root/hello"), secret);

        assertThatThrownBy(this::provide)
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("greet/root/hello") + " leads out of " + folder);
    }

    /// The guide's own example, so that it stays right.
    @Test
    void theExampleOfTheGuideIsUnderstood() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide.md"));
        int begin = guide.indexOf("name: greet ");
        write("greet/component.yml", guide.substring(begin, guide.indexOf("```", begin)));

        Component greet = catalogue().get("local/greet");

        assertThat(greet.ports()).containsExactly("7/tcp");
        assertThat(greet.reasons()).containsOnlyKeys("net", "CAP_NET_BIND_SERVICE");
        assertThat(greet.contents().packages(Arch.ARM64)).containsExactly("jq");
    }
}
