package dev.lamina.icons.build;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pixels, 0xAARRGGBB with colours that are not multiplied by their opacity: an icon, which is a square, or a sheet of
/// icons.
record Picture(BufferedImage image) {

    /// A transparent one.
    static Picture empty(int width, int height) {
        return new Picture(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    /// The side of a square.
    int size() {
        return image.getWidth();
    }

    int pixel(int x, int y) {
        return image.getRGB(x, y);
    }

    /// Something to draw on it with, as smooth as it can.
    Graphics2D pen() {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_ALPHA_INTERPOLATION, RenderingHints.VALUE_ALPHA_INTERPOLATION_QUALITY);
        return pen;
    }

    /// The bytes of a PNG file.
    byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java writes no PNG files");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
