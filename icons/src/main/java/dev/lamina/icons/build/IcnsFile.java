package dev.lamina.icons.build;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// An icon of macOS.
///
/// ```
/// 0  "icns", u32 bytes of the file                  all numbers big-endian
/// 8  per picture: 4 letters, u32 bytes with these 8, content
/// ```
///
/// The sizes 16 and 32 are in the old form, colours and opacity apart, as not all versions show PNG files of these
/// sizes; larger ones, and those for dense displays, are PNG files.
final class IcnsFile {
    private static final int HEADER = 8;

    private record Part(String type, byte[] content) {}

    private record Kind(String type, int size) {}

    private static final List<Kind> PNGS = List.of(
            new Kind("ic11", 32), // 16 points, dense
            new Kind("ic12", 64), // 32 points, dense
            new Kind("ic07", 128),
            new Kind("ic13", 256), // 128 points, dense
            new Kind("ic08", 256),
            new Kind("ic14", 512), // 256 points, dense
            new Kind("ic09", 512),
            new Kind("ic10", 1024)); // 512 points, dense

    private IcnsFile() {}

    /// @param pictures by size
    static byte[] of(IntFunction<Picture> pictures) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("is32", colours(pictures.apply(16))));
        parts.add(new Part("s8mk", opacity(pictures.apply(16))));
        parts.add(new Part("il32", colours(pictures.apply(32))));
        parts.add(new Part("l8mk", opacity(pictures.apply(32))));
        for (Kind kind : PNGS) {
            parts.add(new Part(kind.type(), pictures.apply(kind.size()).png()));
        }
        return file(parts);
    }

    private static byte[] file(List<Part> parts) {
        int size = HEADER
                + parts.stream()
                        .mapToInt(part -> HEADER + part.content().length)
                        .sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        put(file, "icns", size);
        for (Part part : parts) {
            put(file, part.type(), HEADER + part.content().length);
            file.put(part.content());
        }
        return file.array();
    }

    private static void put(ByteBuffer file, String type, int size) {
        for (char letter : type.toCharArray()) {
            file.put((byte) letter);
        }
        file.putInt(size);
    }

    /// All reds, then all greens, then all blues, each packed.
    private static byte[] colours(Picture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int shift : new int[] {16, 8, 0}) {
            out.writeBytes(packed(channel(picture, shift)));
        }
        return out.toByteArray();
    }

    private static byte[] opacity(Picture picture) {
        return channel(picture, 24);
    }

    private static byte[] channel(Picture picture, int shift) {
        int side = picture.size();
        byte[] bytes = new byte[side * side];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (picture.pixel(i % side, i / side) >> shift);
        }
        return bytes;
    }

    /// Runs: 0 to 127 is followed by that many bytes and one more, 128 to 255 by the one byte that is there 3 to 130
    /// times.
    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int same = same(bytes, at);
            if (same >= 3) {
                out.write(same + 125);
                out.write(bytes[at]);
                at += same;
            } else {
                int other = other(bytes, at);
                out.write(other - 1);
                out.write(bytes, at, other);
                at += other;
            }
        }
        return out.toByteArray();
    }

    /// How often the byte at this place is there in a row, up to what one run can say.
    private static int same(byte[] bytes, int at) {
        int end = at + 1;
        while (end < bytes.length && end - at < 130 && bytes[end] == bytes[at]) {
            end++;
        }
        return end - at;
    }

    /// How many bytes there are until three are the same.
    private static int other(byte[] bytes, int at) {
        int end = at + 1;
        while (end < bytes.length && end - at < 128 && same(bytes, end) < 3) {
            end++;
        }
        return end - at;
    }
}
