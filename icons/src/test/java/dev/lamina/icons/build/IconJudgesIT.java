package dev.lamina.icons.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Other readers find the same pictures in our containers.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs that judge are not made for it")
class IconJudgesIT {
    @TempDir
    Path folder;

    @BeforeEach
    void build() throws IOException {
        new IconBuild(Path.of("src/main/svg")).installers(folder);
    }

    @Test
    void icotoolReadsTheIconOfWindows() throws Exception {
        run(
                "icotool",
                "-x",
                "-o",
                folder.toString(),
                folder.resolve("lamina.ico").toString());

        int at = 1;
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256)) {
            assertSame("lamina_" + at + "_" + size + "x" + size + "x32.png", size);
            at++;
        }
    }

    @Test
    void icns2pngReadsTheIconOfMacOs() throws Exception {
        run(
                "icns2png",
                "-x",
                "-o",
                folder.toString(),
                folder.resolve("lamina.icns").toString());

        for (int size : List.of(16, 32, 256, 512, 1024)) { // it knows no others
            assertSame("lamina_" + size + "x" + size + "x32.png", size);
        }
    }

    private void assertSame(String file, int size) throws IOException {
        Path expected = folder.resolve("hicolor/" + size + "x" + size + "/apps/dev.lamina.Lamina.png");
        assertThat(visible(folder.resolve(file))).as(file).isEqualTo(visible(expected));
    }

    /// Pixels that are fully transparent have no colour.
    private static int[] visible(Path png) throws IOException {
        int[] pixels = Samples.pixels(new Picture(ImageIO.read(png.toFile())));
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels[i] >>> 24 == 0 ? 0 : pixels[i];
        }
        return pixels;
    }

    private void run(String... command) throws Exception {
        needed(command[0]);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
    }

    private static void needed(String program) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
        if (!found && "true".equals(System.getenv("CI"))) {
            fail("there is no " + program);
        }
        Assumptions.assumeTrue(found, "there is no " + program);
    }
}
