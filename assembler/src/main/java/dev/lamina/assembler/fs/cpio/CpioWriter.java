package dev.lamina.assembler.fs.cpio;

import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/// Writes a "newc" cpio, the form of the kernel's initial ramdisk. Names are relative; the root is `.`.
///
/// The kernel does not make missing parents, so directories must come before what they hold. Of hard links the first
/// carries the content, since the kernel keeps what it wrote when a later name of the same inode is empty
/// (init/initramfs.c). Extended attributes have no place in the format and are left out.
public final class CpioWriter implements EntrySink, Closeable {
    /// Where LinuxKit's writer starts.
    private static final long FIRST_INODE = 721;

    private final OutputStream out;
    private final HardLinks links;
    private final Map<String, CpioHeader> linked = new HashMap<>();
    private long nextInode = FIRST_INODE;
    private boolean closed;

    public CpioWriter(OutputStream out, HardLinks links) {
        this.out = out;
        this.links = links;
    }

    @Override
    public void accept(TreeEntry entry, InputStream content) throws IOException {
        switch (entry.kind()) {
            case FILE -> writeFile(entry, content);
            case HARD_LINK -> writeLink(entry);
            case SYMLINK -> writeSymlink(entry);
            case DIRECTORY, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO -> write(header(entry, nextInode++, 0), entry.path());
        }
    }

    private void writeFile(TreeEntry entry, InputStream content) throws IOException {
        if (entry.size() > CpioHeader.MAX) {
            throw new FileTooLargeException(entry.path(), entry.size());
        }
        CpioHeader header = header(entry, nextInode++, entry.size());
        if (header.links() > 1) {
            linked.put(entry.path(), header);
        }
        write(header, entry.path());
        try {
            Streams.copyExactly(content, out, entry.size());
        } catch (EOFException e) {
            throw new IOException("the content of " + entry.path() + " " + e.getMessage(), e);
        }
        pad(entry.size());
    }

    private void writeLink(TreeEntry entry) throws IOException {
        CpioHeader file = linked.get(links.fileOf(entry.link()));
        if (file == null) {
            throw new IOException(
                    "the hard link " + entry.path() + " comes before its file " + entry.link() + ", or without it");
        }
        write(
                new CpioHeader(
                        file.inode(), file.mode(), file.uid(), file.gid(), file.links(), file.mtime(), 0, 0, 0, 0),
                entry.path());
    }

    private void writeSymlink(TreeEntry entry) throws IOException {
        byte[] target = GuestText.encode(entry.link());
        write(header(entry, nextInode++, target.length), entry.path());
        out.write(target);
        pad(target.length);
    }

    private CpioHeader header(TreeEntry entry, long inode, long size) {
        long nlink = entry.kind() == Kind.DIRECTORY ? 2 : entry.kind() == Kind.FILE ? links.count(entry.path()) : 1;
        return new CpioHeader(
                inode & CpioHeader.MAX,
                type(entry.kind()) | entry.mode(),
                limited(entry.uid()),
                limited(entry.gid()),
                nlink,
                limited(entry.mtime()),
                size,
                entry.deviceMajor(),
                entry.deviceMinor(),
                0);
    }

    /// Times before 1970 and after 2106 do not fit; nor would owners that no kernel knows.
    private static long limited(long value) {
        return Math.clamp(value, 0, CpioHeader.MAX);
    }

    private static int type(Kind kind) {
        return switch (kind) {
            case FIFO -> 0010000;
            case CHARACTER_DEVICE -> 0020000;
            case DIRECTORY -> 0040000;
            case BLOCK_DEVICE -> 0060000;
            case FILE, HARD_LINK -> 0100000;
            case SYMLINK -> 0120000;
        };
    }

    private void write(CpioHeader header, String path) throws IOException {
        byte[] name = GuestText.encode(path.isEmpty() ? "." : path);
        if (name.length >= CpioHeader.MAX_NAME) {
            throw new PathTooLongException(path, name.length);
        }
        CpioHeader named = new CpioHeader(
                header.inode(),
                header.mode(),
                header.uid(),
                header.gid(),
                header.links(),
                header.mtime(),
                header.size(),
                header.deviceMajor(),
                header.deviceMinor(),
                name.length + 1L);
        out.write(named.encode());
        out.write(name);
        out.write(0);
        pad(CpioHeader.BYTES + name.length + 1L);
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) (-size & 3)]);
    }

    /// Ends the archive and leaves the stream below open, e.g. for the next archive.
    public void finish() throws IOException {
        if (!closed) {
            closed = true;
            write(new CpioHeader(0, 0, 0, 0, 1, 0, 0, 0, 0, 0), CpioHeader.TRAILER);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            finish();
        }
    }
}
