package dev.lamina.icons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IcoFileTest {

    @Test
    void theHeaderNamesEachPictureAndItsPlace() {
        ByteBuffer file = file(16, 256);

        assertThat(new short[] {file.getShort(0), file.getShort(2), file.getShort(4)})
                .containsExactly(0, 1, 2);
        assertThat(file.get(6)).isEqualTo((byte) 16);
        assertThat(file.get(6 + 16)).as("256 does not fit into a byte").isZero();
        assertThat(file.getInt(6 + 12)).isEqualTo(6 + 2 * 16);
        assertThat(file.getInt(6 + 16 + 12)).isEqualTo(file.getInt(6 + 12) + file.getInt(6 + 8));
        assertThat(file.capacity()).isEqualTo(file.getInt(6 + 16 + 12) + file.getInt(6 + 16 + 8));
    }

    @Test
    void aSmallPictureIsABitmapFromTheBottomUpWithAMask() {
        ByteBuffer file = file(24);
        int start = file.getInt(6 + 12);
        Picture expected = Samples.mixed(24);

        assertThat(List.of(file.getInt(start), file.getInt(start + 4), file.getInt(start + 8)))
                .containsExactly(40, 24, 48);
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 24; x++) {
                int row = 23 - y;
                assertThat(file.getInt(start + 40 + (row * 24 + x) * 4)).isEqualTo(expected.pixel(x, y));
                int mask = file.get(start + 40 + 24 * 24 * 4 + row * 4 + x / 8) >> (7 - x % 8) & 1;
                assertThat(mask).isEqualTo(expected.pixel(x, y) == 0 ? 1 : 0);
            }
        }
    }

    @Test
    void theLargestIsAPng() throws Exception {
        ByteBuffer file = file(256);
        byte[] png = new byte[file.getInt(6 + 8)];
        file.get(file.getInt(6 + 12), png);

        assertThat(Samples.pixels(new Picture(ImageIO.read(new ByteArrayInputStream(png)))))
                .isEqualTo(Samples.pixels(Samples.mixed(256)));
    }

    private static ByteBuffer file(Integer... sizes) {
        List<Picture> pictures = List.of(sizes).stream().map(Samples::mixed).toList();
        return ByteBuffer.wrap(IcoFile.of(pictures)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
