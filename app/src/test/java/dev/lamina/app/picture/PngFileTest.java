package dev.lamina.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PngFileTest {
    private static final Colour WHITE = new Colour(0xffffff);
    private static final Colour RED = new Colour(0xff0000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 258, 259, 260, 1000, 70_000})
    void whatIsCompressedComesBack(int size) throws Exception {
        Random random = new Random(size);
        for (int kinds : new int[] {1, 2, 256}) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = random.nextInt(10) > 0 && i > 3 ? bytes[i - 3] : (byte) random.nextInt(kinds);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InflaterOutputStream inflater = new InflaterOutputStream(out, new Inflater(true))) {
                inflater.write(Deflate.of(bytes));
            }
            assertThat(out.toByteArray()).isEqualTo(bytes);
        }
    }

    @Test
    void anotherReaderSeesWhatWasPainted() throws Exception {
        Pixels pixels = new Pixels(20, 10, WHITE);
        pixels.paint(List.of(new double[] {2, 3, 6, 3, 6, 7, 2, 7}), RED);
        pixels.paint(List.of(new double[] {10, 0, 10.5, 0, 10.5, 10, 10, 10}), new Colour(0));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.of(pixels)));

        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(10);
        for (int y = 0; y < 10; y++) {
            for (int x = 0; x < 20; x++) {
                boolean red = x >= 2 && x < 6 && y >= 3 && y < 7;
                int expected = red ? 0xffff0000 : x == 10 ? 0xff808080 : 0xffffffff;
                assertThat(Integer.toHexString(image.getRGB(x, y)))
                        .as(x + "," + y)
                        .isEqualTo(Integer.toHexString(expected));
            }
        }
    }

    @Test
    void whatLiesOutsideIsLeftOut() {
        Pixels pixels = new Pixels(4, 4, WHITE);
        pixels.paint(List.of(new double[] {-50, -50, 2, -50, 2, 90, -50, 90}), RED);
        pixels.paint(List.of(new double[] {10, 10, 20, 10, 20, 20}), RED);
        pixels.paint(Flattening.stroke(PathReader.read("M-9 -9L-3 40"), 3), RED);
        for (int i = 0; i < 16; i++) {
            assertThat(pixels.rgb()[i * 3 + 1] & 0xff).as("pixel " + i).isEqualTo(i % 4 < 2 ? 0 : 255);
        }
    }
}
