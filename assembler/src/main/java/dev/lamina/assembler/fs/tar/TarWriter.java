package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.io.CountingOutputStream;
import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.io.UnclosedOutput;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Writes a tar: ustar headers, and PAX records for whatever does not fit into one (long or non-ASCII names, large
/// numbers, extended attributes, records of the caller). The bytes depend on the entries only.
public final class TarWriter implements EntrySink, Closeable {
    private static final int BLOCK = TarHeader.BLOCK;
    private static final long MAX_ID = 07777777;
    private static final long MAX_NUMBER = 077777777777L;

    private final OutputStream out;
    private boolean closed;

    public TarWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(TreeEntry entry, InputStream content) throws IOException {
        accept(entry, Map.of(), content);
    }

    /// @param records further PAX records of the entry, e.g. `LINUXKIT.source`; an empty value is left out
    public void accept(TreeEntry entry, Map<String, String> records, InputStream content) throws IOException {
        writeHeaders(entry, records);
        if (entry.kind() == Kind.FILE) {
            writeContent(entry, content);
        }
    }

    /// Writes the content of a file.
    @FunctionalInterface
    public interface FileContent {
        void writeTo(OutputStream out) throws IOException;
    }

    /// A file whose content is written, not read.
    ///
    /// @throws IOException also when the content has not exactly the size that the entry names
    public void file(TreeEntry entry, FileContent content) throws IOException {
        writeHeaders(entry, Map.of());
        CountingOutputStream counted = new CountingOutputStream(new UnclosedOutput(out));
        content.writeTo(counted);
        if (counted.count() != entry.size()) {
            throw new IOException(
                    "the content of " + entry.path() + " has " + counted.count() + " bytes instead of " + entry.size());
        }
        pad(entry.size());
    }

    private void writeHeaders(TreeEntry entry, Map<String, String> records) throws IOException {
        Map<String, byte[]> pax = paxRecords(entry, records);
        if (!pax.isEmpty()) {
            writePax(entry, PaxRecords.encode(pax));
        }
        writeHeader(entry);
    }

    private static Map<String, byte[]> paxRecords(TreeEntry entry, Map<String, String> records) {
        Map<String, byte[]> pax = new TreeMap<>();
        records.forEach((key, value) -> putText(pax, key, value, !value.isEmpty()));
        entry.xattrs().forEach((name, value) -> pax.put(PaxRecords.XATTR + name, value));
        putText(pax, "path", name(entry), !fits(name(entry)));
        putText(pax, "linkpath", entry.link(), !fits(entry.link()));
        putNumber(pax, "size", entry.size(), MAX_NUMBER);
        putNumber(pax, "uid", entry.uid(), MAX_ID);
        putNumber(pax, "gid", entry.gid(), MAX_ID);
        putNumber(pax, "mtime", entry.mtime(), MAX_NUMBER);
        return pax;
    }

    private static void putText(Map<String, byte[]> pax, String key, String value, boolean needed) {
        if (needed) {
            pax.put(key, GuestText.encode(value));
        }
    }

    private static void putNumber(Map<String, byte[]> pax, String key, long value, long max) {
        putText(pax, key, Long.toString(value), value < 0 || value > max);
    }

    private static boolean fits(String text) {
        return text.length() <= TarHeader.NAME && text.chars().allMatch(c -> c < 0x80);
    }

    private static String name(TreeEntry entry) {
        if (entry.path().isEmpty()) {
            return "./";
        }
        return entry.kind() == Kind.DIRECTORY ? entry.path() + "/" : entry.path();
    }

    private void writePax(TreeEntry entry, byte[] records) throws IOException {
        String base = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        Block block = new Block("PaxHeaders/" + base, 'x');
        block.numbers(0644, 0, 0, records.length, 0);
        block.writeTo(out);
        out.write(records);
        pad(records.length);
    }

    private void writeHeader(TreeEntry entry) throws IOException {
        Block block = new Block(name(entry), type(entry.kind()));
        block.numbers(entry.mode(), entry.uid(), entry.gid(), entry.size(), entry.mtime());
        block.text(157, TarHeader.NAME, entry.link());
        if (entry.kind() == Kind.CHARACTER_DEVICE || entry.kind() == Kind.BLOCK_DEVICE) {
            block.octal(329, 8, entry.deviceMajor());
            block.octal(337, 8, entry.deviceMinor());
        }
        block.writeTo(out);
    }

    private static char type(Kind kind) {
        return switch (kind) {
            case FILE -> '0';
            case HARD_LINK -> '1';
            case SYMLINK -> '2';
            case CHARACTER_DEVICE -> '3';
            case BLOCK_DEVICE -> '4';
            case DIRECTORY -> '5';
            case FIFO -> '6';
        };
    }

    private void writeContent(TreeEntry entry, InputStream content) throws IOException {
        try {
            Streams.copyExactly(content, out, entry.size());
        } catch (EOFException e) {
            throw new IOException("the content of " + entry.path() + " " + e.getMessage(), e);
        }
        pad(entry.size());
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) (-size & (BLOCK - 1))]);
    }

    /// Ends the archive and closes the stream below.
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                out.write(new byte[2 * BLOCK]);
            }
        }
    }

    /// A header being filled in. What does not fit is cut or zero: its PAX record has the truth.
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];

        Block(String name, char type) {
            text(0, TarHeader.NAME, name);
            bytes[156] = (byte) type;
            text(257, 8, "ustar\00000");
        }

        void text(int offset, int length, String text) {
            String ascii = text.codePoints()
                    .map(c -> c < 0x80 ? c : '_')
                    .limit(length)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] encoded = ascii.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(encoded, 0, bytes, offset, encoded.length);
        }

        void numbers(int mode, long uid, long gid, long size, long mtime) {
            octal(100, 8, mode);
            octal(108, 8, uid >= 0 && uid <= MAX_ID ? uid : 0);
            octal(116, 8, gid >= 0 && gid <= MAX_ID ? gid : 0);
            octal(124, 12, size <= MAX_NUMBER ? size : 0);
            octal(136, 12, mtime >= 0 && mtime <= MAX_NUMBER ? mtime : 0);
        }

        void octal(int offset, int length, long value) {
            String digits = Long.toOctalString(value);
            text(offset, length - 1, "0".repeat(Math.max(0, length - 1 - digits.length())) + digits);
        }

        void writeTo(OutputStream out) throws IOException {
            Arrays.fill(bytes, TarHeader.CHECKSUM, TarHeader.CHECKSUM + 8, (byte) ' ');
            long sum = 0;
            for (byte b : bytes) {
                sum += b & 0xFF;
            }
            octal(TarHeader.CHECKSUM, 7, sum);
            bytes[TarHeader.CHECKSUM + 6] = 0;
            out.write(bytes);
        }
    }
}
