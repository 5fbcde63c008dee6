package dev.lamina.icons.build;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// An icon of Windows.
///
/// ```
/// 0  u16 0, u16 1 (icon), u16 count                                    all numbers little-endian
/// 6  per picture: u8 width, u8 height (256 is 0), u8 0 colours, u8 0, u16 1 plane, u16 32 bits, u32 bytes, u32 offset
///    per picture: a bitmap without file header, or a whole PNG file
/// ```
final class IcoFile {
    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    private static final int BITMAP_HEADER = 40;
    /// Programs from before Windows Vista, and some installers, read bitmaps only; of this size on all read PNG.
    private static final int PNG_FROM = 256;

    private IcoFile() {}

    static byte[] of(List<Picture> pictures) {
        List<byte[]> parts = pictures.stream().map(IcoFile::encoded).toList();
        int start = HEADER + ENTRY * parts.size();
        int size = start + parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) parts.size());
        int offset = start;
        for (int i = 0; i < parts.size(); i++) {
            byte side = (byte) pictures.get(i).size(); // 256 becomes 0, as the format wants it
            file.put(side)
                    .put(side)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            file.putInt(parts.get(i).length).putInt(offset);
            offset += parts.get(i).length;
        }
        parts.forEach(file::put);
        return file.array();
    }

    private static byte[] encoded(Picture picture) {
        return picture.size() < PNG_FROM ? bitmap(picture) : picture.png();
    }

    /// BITMAPINFOHEADER, rows of BGRA from the bottom up, then one bit a pixel for what is transparent. The height
    /// counts both, so it is twice that of the picture.
    private static byte[] bitmap(Picture picture) {
        int side = picture.size();
        int maskRow = (side + 31) / 32 * 4;
        ByteBuffer bitmap = ByteBuffer.allocate(BITMAP_HEADER + side * side * 4 + side * maskRow)
                .order(ByteOrder.LITTLE_ENDIAN);
        bitmap.putInt(BITMAP_HEADER)
                .putInt(side)
                .putInt(2 * side)
                .putShort((short) 1)
                .putShort((short) 32);
        bitmap.position(BITMAP_HEADER);
        for (int y = side - 1; y >= 0; y--) {
            for (int x = 0; x < side; x++) {
                bitmap.putInt(picture.pixel(x, y));
            }
        }
        for (int y = side - 1; y >= 0; y--) {
            bitmap.put(maskRow(picture, y, new byte[maskRow]));
        }
        return bitmap.array();
    }

    private static byte[] maskRow(Picture picture, int y, byte[] row) {
        for (int x = 0; x < picture.size(); x++) {
            if (picture.pixel(x, y) >>> 24 == 0) {
                row[x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
        return row;
    }
}
