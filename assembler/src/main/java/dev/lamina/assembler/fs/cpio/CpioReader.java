package dev.lamina.assembler.fs.cpio;

import dev.lamina.assembler.io.ArrayInputStream;
import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/// Reads "newc" archives as the kernel does, one or several back to back with zeros between. For looking into what was
/// built; anything that is not such an archive is an [IOException].
public final class CpioReader {
    private final InputStream in;
    private final Map<Long, String> linked = new HashMap<>();
    private long left;

    public CpioReader(InputStream in) {
        this.in = in;
    }

    /// Sends all entries of all archives to the end of the stream.
    public void streamTo(EntrySink sink) throws IOException {
        for (int first = skipZeros(); first >= 0; first = skipZeros()) {
            read(header(first), sink);
        }
    }

    /// Sends the entries of one archive, and leaves the stream behind its end mark.
    public void streamOne(EntrySink sink) throws IOException {
        while (read(header(in.read()), sink)) {
            // until the end mark
        }
    }

    private int skipZeros() throws IOException {
        int b = in.read();
        while (b == 0) {
            b = in.read();
        }
        return b;
    }

    private CpioHeader header(int first) throws IOException {
        byte[] bytes = new byte[CpioHeader.BYTES];
        bytes[0] = (byte) first;
        if (in.readNBytes(bytes, 1, bytes.length - 1) < bytes.length - 1) {
            throw new IOException("the cpio archive is cut off");
        }
        return CpioHeader.decode(bytes);
    }

    /// @return whether the archive goes on
    private boolean read(CpioHeader header, EntrySink sink) throws IOException {
        String name = name(header);
        if (name.equals(CpioHeader.TRAILER)) {
            linked.clear();
            return false;
        }
        String path = name.equals(".") ? "" : name;
        Kind kind = kind(header);
        String link = "";
        if (kind == Kind.SYMLINK) {
            link = text(header.size(), "a symbolic link's target");
        } else if (kind == Kind.FILE && header.links() > 1) {
            String file = linked.putIfAbsent(header.inode(), path);
            kind = file == null ? Kind.FILE : Kind.HARD_LINK;
            link = file == null ? "" : file;
        }
        long size = kind == Kind.FILE ? header.size() : 0;
        left = kind == Kind.SYMLINK ? 0 : header.size();
        Content content = new Content();
        sink.accept(entry(header, path, kind, size, link), content);
        Streams.copyExactly(in, OutputStream.nullOutputStream(), left);
        skipPadding(header.size());
        return true;
    }

    private String name(CpioHeader header) throws IOException {
        if (header.nameSize() < 2) {
            throw new IOException("a cpio header has no name");
        }
        String name = text(header.nameSize() - 1, "a name");
        if (in.read() != 0) {
            throw new IOException("a name in the cpio archive does not end");
        }
        long bytes = CpioHeader.BYTES + header.nameSize();
        skipPadding(bytes);
        return name;
    }

    private String text(long size, String what) throws IOException {
        if (size > CpioHeader.MAX_NAME) {
            throw new IOException(what + " in the cpio archive is too long");
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new IOException("the cpio archive is cut off");
        }
        return GuestText.decode(bytes);
    }

    private void skipPadding(long size) throws IOException {
        in.skipNBytes(-size & 3);
    }

    private static Kind kind(CpioHeader header) throws IOException {
        return switch ((int) (header.mode() & 0170000)) {
            case 0010000 -> Kind.FIFO;
            case 0020000 -> Kind.CHARACTER_DEVICE;
            case 0040000 -> Kind.DIRECTORY;
            case 0060000 -> Kind.BLOCK_DEVICE;
            case 0100000 -> Kind.FILE;
            case 0120000 -> Kind.SYMLINK;
            default -> throw new IOException("a cpio header has an unknown type of file");
        };
    }

    private static TreeEntry entry(CpioHeader header, String path, Kind kind, long size, String link) {
        boolean device = kind == Kind.CHARACTER_DEVICE || kind == Kind.BLOCK_DEVICE;
        return new TreeEntry(
                path,
                kind,
                (int) (header.mode() & 07777),
                header.uid(),
                header.gid(),
                header.mtime(),
                size,
                link,
                device ? (int) header.deviceMajor() : 0,
                device ? (int) header.deviceMinor() : 0,
                Map.of());
    }

    private final class Content extends ArrayInputStream {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new IOException("the cpio archive is cut off");
            }
            left -= read;
            return read;
        }
    }
}
