package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.assembler.testing.Trees.Collector;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImageFolderTest {
    private static final Map<String, String> BUILT_IN = Map.of(
            "index", "layers/base\n", "layers/base/layer.yml", "name: base\nsummary: S\nlinks: {/bin/sh: box}\n");

    private static final String GREET = """
            image: greet
            arches: [amd64]
            layers: [base]
            packages: [words]
            slices: [/etc/words, {from: /usr/share/words, to: /words}]
            files: [{path: /etc/greet, contents: "hello\\n"}, {path: /etc/own, source: own, mode: "0600"}]
            scripts:
              /usr/bin/greet: |
                #!/bin/sh
                cat /etc/greet
            entrypoint: [/usr/bin/greet]
            command: [-v]
            env: [A=b]
            config: {readonly: true}
            """;

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private FakePackages packages;

    @BeforeEach
    void describe() throws IOException {
        Files.writeString(folder.resolve("lamina-pkg.yml"), GREET);
        Files.writeString(folder.resolve("own"), "mine\n");
        packages = new FakePackages(elsewhere)
                .add(
                        "words",
                        "1",
                        new Tree()
                                .file("etc/words", "one\n")
                                .add(TreeEntry.file("usr/share/words/say", 0755, program().length), program())
                                .file("usr/share/words/de/eins", "eins\n")
                                .hardLink("usr/share/words/de/uno", "usr/share/words/de/eins")
                                .symlink("usr/share/words/latest", "de")
                                .file("usr/share/wordsmith", "another\n")
                                .file("usr/lib/x86_64-linux-gnu/libx.so.1", TinyElf.library("libx.so.1")));
    }

    private static byte[] program() {
        return TinyElf.program("", "libx.so.1");
    }

    private static Catalogue builtIn() {
        return Catalogue.of(path -> Optional.ofNullable(BUILT_IN.get(path))
                .map(text -> ByteSource.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static PackageDescription read(Path folder) {
        return ImageFolder.in(folder, "lamina-pkg.yml").read(builtIn());
    }

    private String hash(Path folder) throws IOException {
        return ImageFolder.in(folder, "lamina-pkg.yml").hash(read(folder), builtIn(), packages);
    }

    private StoredImage make(Path folder) throws IOException {
        Catalogue all = ImageFolder.in(folder, "lamina-pkg.yml").named(builtIn(), read(folder), "team/greet:1");
        try (CatalogueImages images = new CatalogueImages(all, packages, store(), false)) {
            return images.provide(ImageRef.parse("team/greet:1"), Arch.AMD64, Reporter.silent());
        }
    }

    private ImageStore store() throws IOException {
        return ImageStore.open(elsewhere.resolve("store"));
    }

    private List<String> lines(Layer layer) throws IOException {
        Collector collector = new Collector();
        try (InputStream tar = store().openLayer(layer)) {
            new TarReader(tar, "layer").streamTo(collector);
        }
        return collector.items().stream()
                .map(item -> item.entry()
                        .replaceFirst(" 0:0 @1492533000", "")
                        .replace(" 0,0", "")
                        .replace(" {}", ""))
                .toList();
    }

    @Test
    void anImageIsMadeOfAllThatIsDescribed() throws IOException {
        StoredImage image = make(folder);

        assertThat(image.ref().name()).isEqualTo("docker.io/team/greet:1");
        assertThat(image.config().entrypoint()).containsExactly("/usr/bin/greet");
        assertThat(image.config().cmd()).containsExactly("-v");
        assertThat(image.config().env()).containsExactly("A=b");
        assertThat(image.config().labels()).isEqualTo(Map.of("org.mobyproject.config", "{\"readonly\":true}"));
        assertThat(image.annotations()).containsEntry(CatalogueImages.PACKAGES, "words=1");
        assertThat(image.layers()).hasSize(2);
        assertThat(lines(image.layers().getLast()))
                .containsExactly(
                        "DIRECTORY 755 0 etc -> ",
                        "FILE 644 6 etc/greet -> ",
                        "FILE 600 5 etc/own -> ",
                        "FILE 644 4 etc/words -> ",
                        "DIRECTORY 755 0 lib -> ",
                        "DIRECTORY 755 0 lib/x86_64-linux-gnu -> ",
                        "FILE 644 " + TinyElf.library("libx.so.1").length + " lib/x86_64-linux-gnu/libx.so.1 -> ",
                        "DIRECTORY 755 0 usr -> ",
                        "DIRECTORY 755 0 usr/bin -> ",
                        "FILE 755 25 usr/bin/greet -> ",
                        "DIRECTORY 755 0 words -> ",
                        "DIRECTORY 755 0 words/de -> ",
                        "FILE 644 5 words/de/eins -> ",
                        "FILE 644 5 words/de/uno -> ",
                        "SYMLINK 777 0 words/latest -> de",
                        "FILE 755 " + program().length + " words/say -> ");
    }

    @Test
    void theSameFolderElsewhereHasTheSameHashAndGivesTheSameImage() throws IOException {
        Path copy = Files.createDirectories(elsewhere.resolve("copy"));
        Files.copy(folder.resolve("lamina-pkg.yml"), copy.resolve("lamina-pkg.yml"));
        Files.copy(folder.resolve("own"), copy.resolve("own"));

        assertThat(hash(copy)).isEqualTo(hash(folder)).matches("[0-9a-f]{40}");
        assertThat(make(copy).manifestDigest()).isEqualTo(make(folder).manifestDigest());
    }

    @Test
    void theHashChangesWithAFileAndWithAPackage() throws IOException {
        String before = hash(folder);
        Files.writeString(folder.resolve("own"), "changed\n");
        String changed = hash(folder);
        packages.add("words", "2", new Tree().file("etc/words", "two\n"));

        assertThat(List.of(before, changed, hash(folder))).doesNotHaveDuplicates();
    }

    @Test
    void nameArchitecturesAndSectionHaveDefaults() throws IOException {
        Files.writeString(folder.resolve("lamina-pkg.yml"), "image: plain\n");

        PackageDescription plain = read(folder);

        assertThat(plain.name()).isEqualTo(new PackageName("plain", Optional.empty(), Optional.empty()));
        assertThat(plain.component().arches()).containsExactly(Arch.AMD64, Arch.ARM64);
        assertThat(plain.component().section()).isEqualTo(Component.Section.SERVICE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            org: team                          | 1:1: "image" is missing |
            image: Big                         | 1:8: "Big" cannot name an image | small letters and digits, with . _ - between them
            {image: x, tag: "a b"}             | 1:17: "a b" cannot be a tag |
            {image: x, org: "-"}               | 1:17: "-" cannot stand before the name of an image |
            {image: x, layers: [base, bas]}    | 1:27: there is no shared layer bas | there are base
            {image: x, files: [{path: /a, source: no}]} | 1:39: there is no file "no" in the folder of the description | put it there, or correct the path
            {image: x, files: [{path: /a, source: own, contents: c}]} | 1:54: a file has either "source" or "contents" |
            {image: x, slices: [usr]}          | 1:21: "usr" is not an absolute path |
            {image: x, modules: [loop]}        | 1:21: a kernel knows beforehand which modules it brings along, so only a kernel can name them | describe a kernel with them, section: kernel, and use it in the system
            {image: x, comand: [a]}            | 1:12: unknown key "comand" | did you mean "command"?
            """)
    void whatIsWrongIsNamedWithItsPlace(String text, String problem, String hint) throws IOException {
        Path file = folder.resolve("lamina-pkg.yml");
        Files.writeString(file, text);

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(BadDescriptionException.class)
                .hasMessage(file + ":" + problem)
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.ofNullable(hint));
    }

    @Test
    void aSliceThatNoPackageHasIsRefused() throws IOException {
        Files.writeString(folder.resolve("lamina-pkg.yml"), GREET.replace("/etc/words", "/etc/wrds"));

        assertThatThrownBy(() -> make(folder))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no /etc/wrds in the packages words");
    }

    @Test
    void aFolderWithoutADescriptionIsAnsweredWithHowToBegin() {
        assertThatThrownBy(() -> read(elsewhere))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no " + elsewhere.resolve("lamina-pkg.yml"))
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of("'lamina pkg init " + elsewhere + "' writes one to begin with"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making a link there needs a right that few have")
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "nobody's business");
        Files.delete(folder.resolve("own"));
        Files.createSymbolicLink(folder.resolve("own"), secret);

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("own") + " leads out of " + folder);
    }

    /// The guide's own example, so that it stays right.
    @Test
    void theExampleOfTheGuideIsUnderstood() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide.md"));
        int begin = guide.indexOf("image: clock\n");
        String text = guide.substring(begin, guide.indexOf("```", begin));
        Files.writeString(folder.resolve("lamina-pkg.yml"), text.replace("[busybox, libc]", "[base]"));

        PackageDescription clock = read(folder);

        assertThat(clock.name()).isEqualTo(new PackageName("clock", Optional.of("team"), Optional.of("1.0")));
        assertThat(clock.component().contents().slices()).hasSize(2);
    }
}
