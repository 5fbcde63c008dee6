package dev.lamina.assembler.fs.iso;

import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Pattern;

/// Writes ISO 9660 images: what a CD holds. Linux sees names, modes, owners, links and devices as they are
/// (Rock Ridge), Windows names (Joliet). Extended attributes have no place in the format and are left out.
///
/// The source is asked twice, for its headers and then for the contents, which go straight into the image. Same tree,
/// same bytes: times are those of the entries, and the volume's time is the newest of them.
public final class IsoWriter {
    /// What the standard leaves to others, e.g. for a boot loader.
    private static final int SYSTEM_AREA = 16;

    /// Behind everything there are as many empty blocks as other writers leave: drives read ahead, and
    /// programs that look for a file system's label (busybox) want to read 68 KiB of it.
    private static final int PADDING = 150;

    private static final Pattern VOLUME = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private final EntrySource source;
    private final String volume;
    private final IsoTree tree;
    private final IsoHierarchy plain;
    private final IsoHierarchy joliet;
    private final long end;

    private IsoWriter(EntrySource source, String volume) throws IOException {
        this.source = source;
        this.volume = volume;
        this.tree = IsoTree.of(source);
        this.plain = IsoHierarchy.plain(tree.root());
        this.joliet = IsoHierarchy.joliet(tree.root());
        this.end = layOut();
    }

    /// @param volume the label of the file system; Windows shows 16 characters
    /// @param out left open
    /// @throws InputException the label is none
    public static void write(EntrySource source, String volume, OutputStream out) throws IOException {
        if (!VOLUME.matcher(volume).matches()) {
            throw new InputException(
                    "\"" + volume + "\" cannot be the label of a CD", "use 1 to 32 letters, digits, - and _");
        }
        new IsoWriter(source, volume).writeTo(out);
    }

    /// Gives everything its block, in the order in which it is written.
    ///
    /// @return the number of blocks in all
    private long layOut() {
        long block = SYSTEM_AREA + 3;
        for (IsoHierarchy hierarchy : List.of(plain, joliet)) {
            long table = Iso.blocks(hierarchy.tableSize());
            hierarchy.littleTable = block;
            hierarchy.bigTable = block + table;
            block += 2 * table;
        }
        for (IsoHierarchy hierarchy : List.of(plain, joliet)) {
            for (IsoDirectory directory : hierarchy.directories()) {
                directory.block = block;
                block += directory.blocks();
            }
        }
        for (IsoNode file : tree.files()) {
            file.block = block;
            block += Iso.blocks(file.size());
        }
        return block + PADDING;
    }

    private void writeTo(OutputStream out) throws IOException {
        long made = newest();
        out.write(new byte[SYSTEM_AREA * Iso.BLOCK]);
        out.write(new IsoDescriptor(plain, volume, made, end, false).encode());
        out.write(new IsoDescriptor(joliet, volume, made, end, true).encode());
        out.write(IsoDescriptor.terminator());
        for (IsoHierarchy hierarchy : List.of(plain, joliet)) {
            writePadded(out, hierarchy.table(ByteOrder.LITTLE_ENDIAN));
            writePadded(out, hierarchy.table(ByteOrder.BIG_ENDIAN));
        }
        for (IsoHierarchy hierarchy : List.of(plain, joliet)) {
            for (IsoDirectory directory : hierarchy.directories()) {
                out.write(directory.encode());
            }
        }
        source.streamTo((entry, content) -> writeContent(entry, content, out));
        out.write(new byte[PADDING * Iso.BLOCK]);
    }

    private long newest() {
        return tree.nodes().mapToLong(node -> node.entry.mtime()).max().orElse(0);
    }

    private static void writeContent(TreeEntry entry, InputStream content, OutputStream out) throws IOException {
        if (entry.kind() == Kind.FILE) {
            Streams.copyExactly(content, out, entry.size());
            pad(out, entry.size());
        }
    }

    private static void writePadded(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        pad(out, bytes.length);
    }

    private static void pad(OutputStream out, long written) throws IOException {
        out.write(new byte[(int) (Iso.blocks(written) * Iso.BLOCK - written)]);
    }
}
