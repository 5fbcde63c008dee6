package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.fs.tar.TarHeader.InvalidHeaderException;
import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a tar once, front to back: ustar, PAX with binary extended attributes, GNU long names, sparse files.
///
/// The archive may come from anyone. Entries that would leave the tree give an [UnsafeArchiveException]: absolute
/// names, `..`, anything below a symbolic link of the same archive, hard links to outside. (The target of a symbolic
/// link is a guest's path and may be absolute.) What is cut off or no tar gives a [BadArchiveException]. Memory stays
/// within a few megabytes, but for the names of symbolic links.
public final class TarReader {
    /// An extended header, or a long name; Linux allows 64 KiB of extended attributes per file.
    private static final int MAX_EXTENDED = 1 << 20;

    private final BlockInput in;
    private final String archive;
    private final GuestNames names;
    private final Map<String, byte[]> global = new LinkedHashMap<>();
    private Map<String, byte[]> extended = new LinkedHashMap<>();
    private byte @Nullable [] longName;
    private byte @Nullable [] longLink;
    private boolean found;

    /// @param archive what is read, for messages, e.g. `layer sha256:…` or a file's name
    public TarReader(InputStream in, String archive) {
        this.in = new BlockInput(in, archive);
        this.archive = archive;
        this.names = new GuestNames(archive);
    }

    /// Sends all entries. Ends behind the archive's end mark; what follows there is not read.
    public void streamTo(EntrySink sink) throws IOException {
        streamTo((entry, records, content) -> sink.accept(entry, content));
    }

    /// Looks at an entry.
    @FunctionalInterface
    public interface Search<T> {
        /// @return what is looked for, if this has it
        Optional<T> in(TreeEntry entry, InputStream content) throws IOException;
    }

    /// Reads until something is found, and not beyond it.
    public <T> Optional<T> find(Search<T> search) throws IOException {
        List<T> results = new ArrayList<>();
        streamTo((entry, content) -> {
            search.in(entry, content).ifPresent(results::add);
            found = !results.isEmpty();
        });
        return results.stream().findFirst();
    }

    /// As [#streamTo(EntrySink)], with further PAX records.
    public void streamTo(TarSink sink) throws IOException {
        try {
            for (byte[] block = in.header(); !TarHeader.isEnd(block); block = in.header()) {
                read(TarHeader.decode(block), block, sink);
                if (found) {
                    return;
                }
            }
        } catch (InvalidHeaderException e) {
            throw new BadArchiveException(archive, "is damaged or no tar archive: " + e.getMessage(), e);
        }
    }

    private void read(TarHeader header, byte[] block, TarSink sink) throws IOException, InvalidHeaderException {
        switch (header.type()) {
            case 'x', 'X' -> PaxRecords.decode(extension(header), extended);
            case 'g' -> readGlobal(header);
            case 'L' -> longName = upToZero(extension(header));
            case 'K' -> longLink = upToZero(extension(header));
            case 'V' -> in.skipPadded(nonNegative(header.size()));
            default -> {
                readEntry(header, block, sink);
                extended = new LinkedHashMap<>();
                longName = null;
                longLink = null;
            }
        }
    }

    private void readGlobal(TarHeader header) throws IOException, InvalidHeaderException {
        PaxRecords.decode(extension(header), global);
        long bytes = global.values().stream().mapToLong(value -> value.length).sum();
        if (bytes > MAX_EXTENDED) {
            throw new InvalidHeaderException("its global extended headers are too large");
        }
    }

    private byte[] extension(TarHeader header) throws IOException, InvalidHeaderException {
        if (header.size() < 0 || header.size() > MAX_EXTENDED) {
            throw new InvalidHeaderException("an extended header is too large (" + header.size() + " bytes)");
        }
        return in.readPadded((int) header.size());
    }

    private static byte[] upToZero(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOf(bytes, end);
    }

    private void readEntry(TarHeader header, byte[] block, TarSink sink) throws IOException, InvalidHeaderException {
        Map<String, byte[]> records = new LinkedHashMap<>(global);
        records.putAll(extended);
        records.values().removeIf(value -> value.length == 0); // an empty value takes a record back
        String rawName = GuestText.decode(records.getOrDefault("path", longName == null ? header.name() : longName));
        Kind kind = kind(header, rawName);
        long stored = nonNegative(PaxRecords.number(records, "size", header.size()));
        @Nullable SparseMap sparse = kind == Kind.FILE ? SparseMap.find(header, block, records, in) : null;
        if (sparse != null && records.containsKey("GNU.sparse.name")) {
            rawName = PaxRecords.text(records, "GNU.sparse.name");
        }
        long size = kind != Kind.FILE ? 0 : sparse == null ? stored : sparse.realSize();
        TreeEntry entry = entry(header, kind, rawName, size, records);
        long body = hasBody(header.type()) ? stored : 0;
        InputStream content = in.body(body, entry.path());
        if (sparse != null) {
            content = sparse.expand(content);
        }
        sink.accept(entry, PaxRecords.others(records), kind == Kind.FILE ? content : InputStream.nullInputStream());
        if (!found) {
            in.finishBody();
        }
    }

    /// Links, devices and directories have none, whatever their size field says; GNU's dumped directories have one.
    private static boolean hasBody(char type) {
        return switch (type) {
            case '1', '2', '3', '4', '5', '6' -> false;
            default -> true;
        };
    }

    private Kind kind(TarHeader header, String name) throws InvalidHeaderException {
        return switch (header.type()) {
            case '0', '7', 'S' -> Kind.FILE;
            case '\0' -> name.endsWith("/") ? Kind.DIRECTORY : Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMLINK;
            case '3' -> Kind.CHARACTER_DEVICE;
            case '4' -> Kind.BLOCK_DEVICE;
            case '5', 'D' -> Kind.DIRECTORY;
            case '6' -> Kind.FIFO;
            default ->
                throw new InvalidHeaderException(
                        "\"" + name + "\" is an entry of type " + (int) header.type() + ", which Lamina does not know");
        };
    }

    private TreeEntry entry(TarHeader header, Kind kind, String rawName, long size, Map<String, byte[]> records)
            throws InvalidHeaderException {
        String path = names.clean(rawName);
        if (path.isEmpty() && kind != Kind.DIRECTORY) {
            throw new InvalidHeaderException("an entry has no name");
        }
        String link = link(header, kind, path, records);
        names.enter(path, kind == Kind.SYMLINK);
        return new TreeEntry(
                path,
                kind,
                header.mode(),
                owner(PaxRecords.number(records, "uid", header.uid())),
                owner(PaxRecords.number(records, "gid", header.gid())),
                PaxRecords.time(records, header.mtime()),
                size,
                link,
                header.major(),
                header.minor(),
                PaxRecords.xattrs(records));
    }

    private String link(TarHeader header, Kind kind, String path, Map<String, byte[]> records)
            throws InvalidHeaderException {
        if (kind != Kind.SYMLINK && kind != Kind.HARD_LINK) {
            return "";
        }
        byte[] raw = records.getOrDefault("linkpath", longLink == null ? header.link() : longLink);
        String target = GuestText.decode(raw);
        if (target.isEmpty() || target.indexOf('\0') >= 0) {
            throw new InvalidHeaderException("the link \"" + path + "\" has no target");
        }
        return kind == Kind.HARD_LINK ? names.cleanTarget(path, target) : target;
    }

    private static long owner(long id) throws InvalidHeaderException {
        if (id < 0 || id > 0xFFFF_FFFFL) {
            throw new InvalidHeaderException("the owner " + id + " is out of range");
        }
        return id;
    }

    private static long nonNegative(long size) throws InvalidHeaderException {
        if (size < 0) {
            throw new InvalidHeaderException("a size is negative");
        }
        return size;
    }
}
