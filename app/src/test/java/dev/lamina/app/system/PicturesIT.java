package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.DrawPicture;
import dev.lamina.app.operation.DrawPicture.Wish;
import dev.lamina.app.testing.Needed;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures are judged by other readers of their formats.
final class PicturesIT {
    private static final String NAMES = """
        kernel: {image: lamina/kernel}
        services:
          - {name: web, image: lamina/httpd}
          - {name: Größe, image: lamina/redis}
          - {name: 数据库, image: lamina/redis}
          - {name: '(a) \\ b', image: "lamina/nginx"}
          - {name: '</text><g>&', image: "lamina/nginx"}
        """;

    private final DrawPicture pictures = new DrawPicture(Catalogue.embedded());

    @TempDir
    Path folder = Path.of("");

    private Path picture(String name, String text) {
        ReadResult read = new CompositionReader().read(List.of(new SourceText("test.yml", text)));
        Path file = folder.resolve(name);
        pictures.write(file, read, Wish.PLAIN);
        return file;
    }

    private static String example() throws IOException {
        return Files.readString(Conformance.checkout().resolve("examples/two-networks.yml"));
    }

    @Test
    void readersOfPdfFindAllNames() throws Exception {
        Needed.program("pdftotext");
        String file = picture("names.pdf", NAMES).toString();

        assertThat(Command.run("pdftotext", "-enc", "UTF-8", file, "-"))
                .contains("web", "Größe", "数据库", "(a) \\ b", "</text><g>&", "lamina/httpd", "Services");
        assertThat(Command.run("pdffonts", file)).contains("Helvetica-Bold", "WinAnsi");
        assertThat(Command.run("pdfinfo", file))
                .contains("A system with 5 services", "Pages:           1", "PDF version:     1.4")
                .doesNotContain("CreationDate", "Syntax Error");
    }

    @Test
    void readersOfSvgDrawIt() throws Exception {
        Needed.program("xmllint");
        Needed.program("rsvg-convert");
        for (String text : List.of(NAMES, example())) {
            Path svg = picture("p.svg", text);
            Path png = folder.resolve("p.png");

            assertThat(Command.run("xmllint", "--noout", svg.toString())).isEmpty();
            assertThat(Command.run("rsvg-convert", "-z", "2", svg.toString(), "-o", png.toString()))
                    .isEmpty();
            assertThat(differing(png, picture("own.png", text)))
                    .as("what is drawn by others looks like what is drawn here, but for the letters")
                    .isLessThan(0.05);
        }
    }

    /// The part of the pixels that are not nearly of the same colour.
    private static double differing(Path one, Path other) throws IOException {
        BufferedImage a = ImageIO.read(one.toFile());
        BufferedImage b = ImageIO.read(other.toFile());
        assertThat(a.getWidth() + "x" + a.getHeight()).isEqualTo(b.getWidth() + "x" + b.getHeight());
        int differing = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int green = Math.abs((a.getRGB(x, y) >> 8 & 0xff) - (b.getRGB(x, y) >> 8 & 0xff));
                differing += green > 48 ? 1 : 0;
            }
        }
        return (double) differing / a.getWidth() / a.getHeight();
    }
}
