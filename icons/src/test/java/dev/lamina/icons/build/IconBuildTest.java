package dev.lamina.icons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IconBuildTest {
    private static final Path DRAWINGS = Path.of("src/main/svg");

    @Test
    void theSameDrawingsMakeTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
        new IconBuild(DRAWINGS).installers(first);
        new IconBuild(DRAWINGS).installers(second);

        Map<String, String> made = files(first);
        assertThat(files(second)).isEqualTo(made);
        assertThat(made)
                .containsKeys(
                        "lamina.ico",
                        "lamina.icns",
                        "composition.ico",
                        "composition.icns",
                        "contact-sheet.png",
                        "hicolor/16x16/apps/dev.lamina.Lamina.png",
                        "hicolor/scalable/apps/dev.lamina.Lamina.svg",
                        "hicolor/48x48/mimetypes/application-vnd.lamina.composition+yaml.png");
    }

    @Test
    void theIconFillsItsSquareAndLeavesTheCornersFree() throws IOException {
        for (String name : new String[] {"lamina", "composition"}) {
            for (int size : new int[] {16, 22, 24, 32, 48, 64, 128, 256, 512, 1024}) {
                Picture picture = Drawing.in(DRAWINGS, name).at(size);

                assertThat(picture.pixel(size / 2, size / 3) >>> 24).as("sheet").isEqualTo(255);
                assertThat(picture.pixel(0, 0)).as("corner").isZero();
                assertThat(opaque(picture)).as("%s at %d", name, size).isBetween(.35, .8);
            }
        }
    }

    private static double opaque(Picture picture) {
        int count = 0;
        for (int pixel : Samples.pixels(picture)) {
            count += pixel >>> 24 > 127 ? 1 : 0;
        }
        return count / (double) (picture.size() * picture.size());
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
