package dev.lamina.icons.build;

import java.util.Random;

/// Pictures to write and to find again.
final class Samples {
    private Samples() {}

    /// Areas of one colour, areas of others in each pixel, some of it transparent: what packers treat differently.
    static Picture mixed(int size) {
        Random random = new Random(size);
        Picture picture = Picture.empty(size, size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int noise = random.nextInt();
                picture.image().setRGB(x, y, y < size / 3 ? 0xFF2244AA : y < size / 2 ? 0 : noise | 0x01000000);
            }
        }
        return picture;
    }

    static int[] pixels(Picture picture) {
        int size = picture.size();
        return picture.image().getRGB(0, 0, size, size, null, 0, size);
    }
}
