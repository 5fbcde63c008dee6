package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.fs.tar.TarHeader.InvalidHeaderException;
import dev.lamina.assembler.io.ArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which parts of a sparse file an archive stores; the rest is zeros. GNU tar has written them in four ways: a map in
/// the header (type `S`), in PAX records (0.1), and at the beginning of the body (1.0). PAX 0.0 repeats records, was
/// short-lived and is refused.
///
/// @param parts in rising order, without overlap; null when the map stands in the body
record SparseMap(long realSize, @Nullable List<Part> parts) {
    /// More is an attack: a few bytes would make a reader write zeros for hours.
    private static final long MAX_SIZE = 64L << 30;

    private static final int MAX_PARTS = 1 << 16;

    /// Stored bytes `[offset, offset + length)` of the file.
    record Part(long offset, long length) {}

    static @Nullable SparseMap find(TarHeader header, byte[] block, Map<String, byte[]> records, BlockInput in)
            throws IOException, InvalidHeaderException {
        if (header.type() == 'S') {
            return fromHeader(block, in);
        }
        if (records.containsKey("GNU.sparse.major")) {
            return new SparseMap(size(records, "GNU.sparse.realsize"), null);
        }
        if (records.containsKey("GNU.sparse.map")) {
            String[] numbers = text(records, "GNU.sparse.map").split(",", -1);
            return checked(size(records, "GNU.sparse.size"), numbers);
        }
        if (records.containsKey("GNU.sparse.size")) {
            throw new InvalidHeaderException("it holds a sparse file in a form that Lamina does not read (PAX 0.0)");
        }
        return null;
    }

    /// Old GNU: four (offset, length) pairs at 386, a flag at 482 that extension blocks follow, the real size at 483;
    /// an extension has 21 pairs and the flag at 504.
    private static SparseMap fromHeader(byte[] block, BlockInput in) throws IOException, InvalidHeaderException {
        List<Part> parts = new ArrayList<>();
        pairs(block, 386, 4, parts);
        boolean more = block[482] != 0;
        while (more) {
            byte[] extension = in.header();
            pairs(extension, 0, 21, parts);
            more = extension[504] != 0;
        }
        return checked(TarHeader.number(block, 483, 12), parts);
    }

    private static void pairs(byte[] block, int offset, int count, List<Part> parts) throws InvalidHeaderException {
        for (int i = 0; i < count && block[offset + 24 * i] != 0; i++) {
            int at = offset + 24 * i;
            parts.add(new Part(TarHeader.number(block, at, 12), TarHeader.number(block, at + 12, 12)));
        }
        if (parts.size() > MAX_PARTS) {
            throw new InvalidHeaderException("a sparse file has too many parts");
        }
    }

    private static SparseMap checked(long realSize, String[] numbers) throws InvalidHeaderException {
        if (numbers.length % 2 != 0 || numbers.length > 2 * MAX_PARTS) {
            throw new InvalidHeaderException("the map of a sparse file is malformed");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            parts.add(new Part(decimal(numbers[i]), decimal(numbers[i + 1])));
        }
        return checked(realSize, parts);
    }

    private static SparseMap checked(long realSize, List<Part> parts) throws InvalidHeaderException {
        long end = 0;
        for (Part part : parts) {
            if (part.offset < end || part.length < 0 || part.offset > realSize - part.length) {
                throw new InvalidHeaderException("the map of a sparse file is malformed");
            }
            end = part.offset + part.length;
        }
        if (realSize < 0 || realSize > MAX_SIZE) {
            throw new InvalidHeaderException("a sparse file of " + realSize + " bytes is too large");
        }
        return new SparseMap(realSize, parts);
    }

    private static long size(Map<String, byte[]> records, String key) throws InvalidHeaderException {
        return checked(decimal(text(records, key)), List.of()).realSize;
    }

    private static String text(Map<String, byte[]> records, String key) {
        return new String(records.getOrDefault(key, new byte[0]), StandardCharsets.ISO_8859_1);
    }

    private static long decimal(String text) throws InvalidHeaderException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidHeaderException("the map of a sparse file is malformed");
        }
        return Long.parseLong(text);
    }

    /// The whole file, holes as zeros.
    ///
    /// @param stored the entry's body
    InputStream expand(InputStream stored) throws IOException, InvalidHeaderException {
        List<Part> known = parts != null ? parts : partsOf(stored);
        return new Expanded(stored, known);
    }

    /// PAX 1.0: decimal numbers, one a line (count, then offset and length of each part), padded to whole blocks.
    private List<Part> partsOf(InputStream stored) throws IOException, InvalidHeaderException {
        MapLines lines = new MapLines(stored);
        long count = decimal(lines.next());
        if (count > MAX_PARTS) {
            throw new InvalidHeaderException("a sparse file has too many parts");
        }
        String[] numbers = new String[(int) count * 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = lines.next();
        }
        lines.skipPadding();
        List<Part> found = checked(realSize, numbers).parts;
        return found == null ? List.of() : found;
    }

    private static final class MapLines {
        private final InputStream in;
        private long count;

        MapLines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException, InvalidHeaderException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b = in.read();
            count++;
            while (b != '\n') {
                if (b < 0 || line.size() > 20) {
                    throw new InvalidHeaderException("the map of a sparse file is malformed");
                }
                line.write(b);
                b = in.read();
                count++;
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        void skipPadding() throws IOException {
            in.skipNBytes(-count & (TarHeader.BLOCK - 1));
        }
    }

    private final class Expanded extends ArrayInputStream {
        private final InputStream stored;
        private final List<Part> known;
        private int part;
        private long at;

        Expanded(InputStream stored, List<Part> known) {
            this.stored = stored;
            this.known = known;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == realSize) {
                return -1;
            }
            while (part < known.size() && at >= known.get(part).offset + known.get(part).length) {
                part++;
            }
            int read = part < known.size() && at >= known.get(part).offset
                    ? readStored(bytes, offset, length, known.get(part))
                    : zeros(bytes, offset, length);
            at += read;
            return read;
        }

        private int readStored(byte[] bytes, int offset, int length, Part current) throws IOException {
            int wanted = (int) Math.min(length, current.offset + current.length - at);
            int read = stored.read(bytes, offset, wanted);
            if (read < 0) {
                throw new IOException("a sparse file's stored parts are shorter than its map says");
            }
            return read;
        }

        private int zeros(byte[] bytes, int offset, int length) {
            long end = part < known.size() ? known.get(part).offset : realSize;
            int count = (int) Math.min(length, end - at);
            Arrays.fill(bytes, offset, offset + count, (byte) 0);
            return count;
        }
    }
}
