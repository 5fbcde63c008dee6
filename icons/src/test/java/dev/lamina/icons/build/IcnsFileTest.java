package dev.lamina.icons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IcnsFileTest {
    private static final Map<String, byte[]> PARTS = parts(IcnsFile.of(Samples::mixed));

    @Test
    void theSizesOfBothKindsOfDisplaysAreThere() {
        assertThat(PARTS.keySet())
                .containsExactly(
                        "is32", "s8mk", "il32", "l8mk", "ic11", "ic12", "ic07", "ic13", "ic08", "ic14", "ic09", "ic10");
    }

    @Test
    void smallPicturesAreFoundAgainInTheirColoursAndTheirOpacity() {
        assertThat(unpacked("is32", "s8mk", 16)).isEqualTo(Samples.pixels(Samples.mixed(16)));
        assertThat(unpacked("il32", "l8mk", 32)).isEqualTo(Samples.pixels(Samples.mixed(32)));
    }

    @Test
    void largePicturesArePngs() throws Exception {
        Map<String, Integer> sizes = Map.of(
                "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256, "ic08", 256, "ic14", 512, "ic09", 512, "ic10", 1024);
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            Picture picture = new Picture(ImageIO.read(new ByteArrayInputStream(PARTS.get(size.getKey()))));
            assertThat(Samples.pixels(picture))
                    .as(size.getKey())
                    .isEqualTo(Samples.pixels(Samples.mixed(size.getValue())));
        }
    }

    @Test
    void whatIsPackedIsFoundAgain() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(600)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = i > 0 && random.nextInt(round + 1) > 3 ? bytes[i - 1] : (byte) random.nextInt();
            }
            assertThat(unpacked(ByteBuffer.wrap(IcnsFile.packed(bytes)), bytes.length))
                    .isEqualTo(bytes);
        }
    }

    /// Reads the container as it is described, and nothing else.
    private static Map<String, byte[]> parts(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        assertThat(letters(file)).isEqualTo("icns");
        assertThat(file.getInt()).isEqualTo(bytes.length);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        while (file.hasRemaining()) {
            String type = letters(file);
            byte[] content = new byte[file.getInt() - 8];
            file.get(content);
            parts.put(type, content);
        }
        return parts;
    }

    private static String letters(ByteBuffer file) {
        byte[] letters = new byte[4];
        file.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }

    private static byte[] part(String kind) {
        return Objects.requireNonNull(PARTS.get(kind), kind);
    }

    private static int[] unpacked(String colours, String opacity, int size) {
        ByteBuffer packed = ByteBuffer.wrap(part(colours));
        byte[] red = unpacked(packed, size * size);
        byte[] green = unpacked(packed, size * size);
        byte[] blue = unpacked(packed, size * size);
        byte[] alpha = part(opacity);
        assertThat(packed.hasRemaining()).isFalse();
        int[] pixels = new int[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (alpha[i] & 255) << 24 | (red[i] & 255) << 16 | (green[i] & 255) << 8 | blue[i] & 255;
        }
        return pixels;
    }

    private static byte[] unpacked(ByteBuffer packed, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < size) {
            int run = packed.get() & 255;
            if (run < 128) {
                byte[] others = new byte[run + 1];
                packed.get(others);
                out.writeBytes(others);
            } else {
                byte same = packed.get();
                for (int i = 0; i < run - 125; i++) {
                    out.write(same);
                }
            }
        }
        return out.toByteArray();
    }
}
