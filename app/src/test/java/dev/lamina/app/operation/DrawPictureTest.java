package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.DrawPicture.Wish;
import dev.lamina.app.picture.Colours;
import dev.lamina.app.picture.Link;
import dev.lamina.app.picture.PictureFormat;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.vmlaunch.testing.Golden;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

final class DrawPictureTest {
    private static final Wish WITH_LINKS = new Wish(
            Colours.DARK,
            system -> List.of(
                    new Link("services[1]", "files[0]", "files"),
                    new Link("services[1]", "services[0]", "network"),
                    new Link("services[1]", "services[99]", "nowhere")));

    /// Names that want to be something else than names.
    private static final List<String> HOSTILE = List.of(
            "</text><script>alert(1)</script>",
            "\"] --> evil[\"",
            "a]] end\nsubgraph x",
            ") Tj ET (\\) >> endstream",
            "<img src=x onerror=alert(1)>",
            "&lt;b&gt; &#60; #quot; `x` **b**",
            "\u202eevil\u2066\u200f\nmore\ttext",
            "שלום",
            "数据库",
            "%%{init: {}}%%",
            "x".repeat(10_000));

    private final DrawPicture pictures = new DrawPicture(Catalogue.embedded());

    @TempDir
    Path folder = Path.of("");

    private static ReadResult example(String name) throws IOException {
        return read(Files.readString(Conformance.checkout().resolve("examples").resolve(name + ".yml")));
    }

    private static ReadResult read(String text) {
        return new CompositionReader().read(List.of(new SourceText("test.yml", text)));
    }

    private String text(ReadResult read, PictureFormat format, Wish wish) {
        return new String(pictures.draw(read, format, wish), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "persistent-disk", "two-networks"})
    void examplesAreDrawnAsBefore(String name) throws IOException {
        ReadResult read = example(name);
        Golden.assertMatches("pictures/" + name + ".svg", text(read, PictureFormat.SVG, Wish.PLAIN));
        Golden.assertMatches("pictures/" + name + ".mmd", pictures.mermaid(read, Wish.PLAIN));
    }

    @Test
    void linksAndDarkColoursAreDrawnAsBefore() throws IOException {
        ReadResult read = example("web");
        Golden.assertMatches("pictures/web-links-dark.svg", text(read, PictureFormat.SVG, WITH_LINKS));
        Golden.assertMatches("pictures/web-links.mmd", pictures.mermaid(read, WITH_LINKS));
        // Their bytes do not depend on the computer either.
        Golden.assertMatches(
                "pictures/digests.txt",
                "png " + digest(read, PictureFormat.PNG) + "\npdf " + digest(read, PictureFormat.PDF) + "\n");
    }

    private String digest(ReadResult read, PictureFormat format) {
        return TextFiles.digest(new String(pictures.draw(read, format, WITH_LINKS), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @EnumSource
    void theLanguageOfTheComputerMakesNoDifference(PictureFormat format) throws IOException {
        ReadResult read = example("hardened");
        byte[] before = pictures.draw(read, format, Wish.PLAIN);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(new DrawPicture(Catalogue.embedded()).draw(read, format, Wish.PLAIN))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noNameIsMoreThanAName(PictureFormat format) throws Exception {
        byte[] harmless = pictures.draw(services(List.of("name")), format, Wish.PLAIN);
        for (String name : HOSTILE) {
            byte[] picture = pictures.draw(services(List.of(name)), format, Wish.PLAIN);
            switch (format) {
                case SVG -> assertThat(elements(picture)).as(name).isEqualTo(elements(harmless));
                case PNG -> assertThat(size(picture)).isEqualTo(size(harmless));
                case PDF -> {
                    assertThat(picture).as("all of it is ASCII").doesNotContain(new byte[] {(byte) 0x80});
                    assertThat(objects(picture)).as(name).isEqualTo(objects(harmless));
                }
                case MERMAID -> {
                    String text = new String(picture, StandardCharsets.UTF_8);
                    assertThat(text.lines().count())
                            .isEqualTo(new String(harmless, StandardCharsets.UTF_8)
                                    .lines()
                                    .count());
                    assertThat(text.lines().filter(line -> line.contains("services0[")))
                            .as(name)
                            .singleElement()
                            .asString()
                            .matches(" {4}services0\\[\"<b>[^\"<>\\[\\]`*&%]*</b><br>[^\"<>]*(<br>[^\"<>]*)?\"]");
                }
            }
        }
    }

    private static ReadResult services(List<String> names) {
        StringBuilder text = new StringBuilder("kernel: {image: lamina/kernel}\nservices:\n");
        for (String name : names) {
            StringBuilder quoted = new StringBuilder();
            name.chars().forEach(letter -> quoted.append(String.format(Locale.ROOT, "\\u%04x", letter)));
            text.append("  - {name: \"").append(quoted).append("\", image: lamina/httpd}\n");
        }
        return read(text.toString());
    }

    private static List<String> elements(byte[] svg) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getElementsByTagName("*");
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getNodeName())
                .toList();
    }

    private static String size(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        return image.getWidth() + "x" + image.getHeight();
    }

    private static long objects(byte[] pdf) {
        return new String(pdf, StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.equals("endobj") || line.endsWith("Tj ET"))
                .count();
    }

    @Test
    void aFormatIsChosenByTheEndOfTheName() throws IOException {
        ReadResult read = example("minimal");
        for (PictureFormat format : PictureFormat.values()) {
            Path file = folder.resolve("minimal" + format.ending().toUpperCase(Locale.ROOT));
            pictures.write(file, read, Wish.PLAIN);
            assertThat(file).hasBinaryContent(pictures.draw(read, format, Wish.PLAIN));
        }
        assertThatThrownBy(() -> pictures.write(folder.resolve("minimal.bmp"), read, Wish.PLAIN))
                .isInstanceOf(InputException.class)
                .hasMessage("no picture is called minimal.bmp");
        assertThatThrownBy(() -> pictures.write(folder.resolve("no/such/minimal.svg"), read, Wish.PLAIN))
                .isInstanceOf(InputException.class);
    }

    @Test
    void anEmptyDocumentAndHundredsOfServicesAreDrawnToo() {
        ReadResult many = services(java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> "service-" + i)
                .toList());
        for (PictureFormat format : PictureFormat.values()) {
            assertThat(pictures.draw(read(""), format, Wish.PLAIN)).isNotEmpty();
            assertThat(pictures.draw(many, format, Wish.PLAIN)).hasSizeGreaterThan(10_000);
        }
    }
}
