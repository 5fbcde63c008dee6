package dev.lamina.app.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/// Pixels as a PNG file (ISO 15948): each row as what is different from the row above.
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int UP = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PngFile() {}

    static byte[] of(Pixels pixels) {
        PngFile file = new PngFile();
        file.out.writeBytes(SIGNATURE);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        number(head, pixels.width());
        number(head, pixels.height());
        head.writeBytes(new byte[] {8, 2, 0, 0, 0}); // 8 bits each of red, green and blue
        file.chunk("IHDR", head.toByteArray());
        file.chunk("IDAT", zlib(filtered(pixels)));
        file.chunk("IEND", new byte[0]);
        return file.out.toByteArray();
    }

    private static byte[] filtered(Pixels pixels) {
        int row = 3 * pixels.width();
        byte[] rgb = pixels.rgb();
        byte[] filtered = new byte[(row + 1) * pixels.height()];
        for (int y = 0; y < pixels.height(); y++) {
            int to = y * (row + 1);
            filtered[to] = UP;
            for (int i = 0; i < row; i++) {
                int above = y == 0 ? 0 : rgb[(y - 1) * row + i];
                filtered[to + 1 + i] = (byte) (rgb[y * row + i] - above);
            }
        }
        return filtered;
    }

    /// RFC 1950.
    private static byte[] zlib(byte[] bytes) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(0x78);
        stream.write(0x01);
        stream.writeBytes(Deflate.of(bytes));
        Adler32 sum = new Adler32();
        sum.update(bytes);
        number(stream, (int) sum.getValue());
        return stream.toByteArray();
    }

    private void chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        number(out, data.length);
        out.writeBytes(name);
        out.writeBytes(data);
        number(out, (int) sum.getValue());
    }

    private static void number(ByteArrayOutputStream to, int value) {
        to.write(value >> 24);
        to.write(value >> 16);
        to.write(value >> 8);
        to.write(value);
    }
}
