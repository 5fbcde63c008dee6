package dev.lamina.assembler.fs.iso;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A directory in one of the hierarchies: its records, and behind them the system use entries that do not fit into
/// these.
final class IsoDirectory {
    /// The length of a record is a byte, and even.
    private static final int LONGEST_RECORD = 254;

    /// One extent holds less than 4 GiB; all but the last are whole blocks.
    private static final long LONGEST_EXTENT = 0xFFFF_F800L;

    private static final byte[] SELF = {0};
    private static final byte[] PARENT = {1};
    private static final byte DIRECTORY_FLAG = 2;
    private static final byte MORE_EXTENTS_FLAG = (byte) 0x80;

    final IsoNode node;
    final byte[] identifier;
    final int parentNumber;

    /// Counted from 1, in the order of the path table.
    final int number;

    private final List<Record> records = new ArrayList<>();

    /// Where the next continued entries can begin.
    private long continued;

    private long recordBytes;

    /// Its first block, once that is known.
    long block;

    /// @param target the directory that the record leads to; null for a file
    private record Record(
            byte[] identifier,
            IsoNode node,
            @Nullable IsoDirectory target,
            long fileOffset,
            List<List<byte[]>> areas) {}

    IsoDirectory(IsoNode node, byte[] identifier, int number, int parentNumber) {
        this.node = node;
        this.identifier = identifier;
        this.number = number;
        this.parentNumber = parentNumber;
    }

    void addSelf(List<byte[]> systemUse) {
        add(SELF, node, this, 0, systemUse);
    }

    void addParent(IsoDirectory parent, List<byte[]> systemUse) {
        add(PARENT, parent.node, parent, 0, systemUse);
    }

    void addDirectory(IsoDirectory child, List<byte[]> systemUse) {
        add(child.identifier, child.node, child, 0, systemUse);
    }

    /// A file of more than 4 GiB has several records, one after the other.
    void addOther(byte[] name, IsoNode child, List<byte[]> systemUse) {
        long offset = 0;
        do {
            add(name, child, null, offset, systemUse);
            offset += LONGEST_EXTENT;
        } while (child.isFile() && offset < child.size());
    }

    private void add(
            byte[] name, IsoNode child, @Nullable IsoDirectory target, long fileOffset, List<byte[]> systemUse) {
        Record entry = new Record(name, child, target, fileOffset, areas(systemUse, LONGEST_RECORD - fixed(name)));
        records.add(entry);
        recordBytes = place(recordBytes, length(entry)) + length(entry);
    }

    /// A record, and so an area of continued entries, lies in one block.
    private static long place(long at, int length) {
        boolean fits = at % Iso.BLOCK + length <= Iso.BLOCK;
        return fits ? at : Iso.blocks(at) * Iso.BLOCK;
    }

    /// Without system use: `u8 length … u8 identifierLength; char identifier[]`, padded to even (9.1).
    private static int fixed(byte[] name) {
        return 33 + name.length + (name.length % 2 == 0 ? 1 : 0);
    }

    private static int length(Record entry) {
        int length = fixed(entry.identifier) + bytes(entry.areas.getFirst());
        if (entry.areas.size() > 1) {
            length += RockRidge.CONTINUATION;
        }
        return length + length % 2;
    }

    private static int bytes(List<byte[]> entries) {
        return entries.stream().mapToInt(entry -> entry.length).sum();
    }

    /// What fits into the record, what fits into a block behind, and so on; each but the last leaves room for a `CE`.
    private static List<List<byte[]>> areas(List<byte[]> systemUse, int first) {
        List<List<byte[]>> areas = new ArrayList<>();
        List<byte[]> rest = systemUse;
        int room = first;
        while (bytes(rest) > room) {
            int count = 0;
            int used = RockRidge.CONTINUATION;
            while (used + rest.get(count).length <= room) {
                used += rest.get(count++).length;
            }
            areas.add(rest.subList(0, count));
            rest = rest.subList(count, rest.size());
            room = Iso.BLOCK;
        }
        areas.add(rest);
        return areas;
    }

    /// Of the records alone, in whole blocks.
    long size() {
        return Iso.blocks(recordBytes) * Iso.BLOCK;
    }

    /// Of everything.
    long blocks() {
        long at = size();
        for (Record entry : records) {
            for (int area = 1; area < entry.areas.size(); area++) {
                int length = areaLength(entry, area);
                at = place(at, length) + length;
            }
        }
        return Iso.blocks(at);
    }

    private static int areaLength(Record entry, int area) {
        boolean last = area == entry.areas.size() - 1;
        return bytes(entry.areas.get(area)) + (last ? 0 : RockRidge.CONTINUATION);
    }

    /// All its bytes; every block must be known by now.
    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate((int) (blocks() * Iso.BLOCK));
        continued = size();
        long at = 0;
        for (Record entry : records) {
            at = place(at, length(entry));
            out.position((int) at);
            out.put(encode(entry, out));
            at += length(entry);
        }
        return out.array();
    }

    private byte[] encode(Record entry, ByteBuffer directory) {
        ByteBuffer out = ByteBuffer.allocate(length(entry));
        encodeFixed(out, entry.identifier, entry.node, entry.target, entry.fileOffset);
        out.position(fixed(entry.identifier));
        entry.areas.getFirst().forEach(out::put);
        if (entry.areas.size() > 1) {
            out.put(encodeContinued(entry, 1, directory));
        }
        return out.array();
    }

    /// Writes an area and those behind it.
    ///
    /// @return the `CE` that leads to it
    private byte[] encodeContinued(Record entry, int area, ByteBuffer directory) {
        int length = areaLength(entry, area);
        long at = place(continued, length);
        continued = at + length;
        ByteBuffer out = ByteBuffer.allocate(length);
        entry.areas.get(area).forEach(out::put);
        if (area + 1 < entry.areas.size()) {
            out.put(encodeContinued(entry, area + 1, directory));
        }
        directory.put((int) at, out.array());
        return RockRidge.continuation(block + at / Iso.BLOCK, (int) (at % Iso.BLOCK), length);
    }

    /// The record of the root in a volume descriptor.
    byte[] rootRecord() {
        ByteBuffer out = ByteBuffer.allocate(fixed(SELF));
        encodeFixed(out, SELF, node, this, 0);
        return out.array();
    }

    /// `u8 length, extendedAttributes; both32 block, size; u8 time[7], flags, unitSize, gap; both16 volume;
    /// u8 nameLength; char name[]`
    private static void encodeFixed(
            ByteBuffer out, byte[] name, IsoNode node, @Nullable IsoDirectory target, long fileOffset) {
        long size = target != null ? target.size() : node.isFile() ? node.size() - fileOffset : 0;
        boolean more = target == null && size > LONGEST_EXTENT;
        long first = target != null ? target.block : node.isFile() ? node.file.block + fileOffset / Iso.BLOCK : 0;
        out.put((byte) out.capacity()).put((byte) 0);
        Iso.both32(out, first);
        Iso.both32(out, more ? LONGEST_EXTENT : size);
        Iso.shortTime(out, node.file.entry.mtime());
        out.put(target != null ? DIRECTORY_FLAG : more ? MORE_EXTENTS_FLAG : 0);
        out.put((byte) 0).put((byte) 0);
        Iso.both16(out, 1);
        out.put((byte) name.length).put(name);
    }
}
