package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.io.SealedBytes;
import dev.lamina.assembler.oci.FlattenedImage.Planned;
import dev.lamina.assembler.oci.LayeredTree.Place;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A flattened image's plan as bytes: version, number of entries and the entries, in [SealedBytes]. All
/// numbers are big-endian.
final class ListingFile {
    private static final int VERSION = 0x4C4D4C03;
    private static final Kind[] KINDS = Kind.values();

    private ListingFile() {}

    static byte[] encode(List<Planned> plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(VERSION);
        out.writeInt(plan.size());
        for (Planned planned : plan) {
            write(planned.entry(), out);
            out.writeInt(planned.place().layer());
            out.writeInt(planned.place().position());
        }
        return SealedBytes.seal(bytes.toByteArray());
    }

    private static void write(TreeEntry entry, DataOutputStream out) throws IOException {
        writeText(entry.path(), out);
        out.writeByte(entry.kind().ordinal());
        out.writeBoolean(entry.implied());
        out.writeInt(entry.mode());
        out.writeLong(entry.uid());
        out.writeLong(entry.gid());
        out.writeLong(entry.mtime());
        out.writeLong(entry.size());
        writeText(entry.link(), out);
        out.writeInt(entry.deviceMajor());
        out.writeInt(entry.deviceMinor());
        out.writeInt(entry.xattrs().size());
        for (Map.Entry<String, byte[]> xattr : new TreeMap<>(entry.xattrs()).entrySet()) {
            writeText(xattr.getKey(), out);
            writeBytes(xattr.getValue(), out);
        }
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        writeBytes(GuestText.encode(text), out);
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Empty for bytes that this version did not write, or that are damaged.
    static Optional<List<Planned>> decode(byte[] file) throws IOException {
        Optional<byte[]> content = SealedBytes.open(file);
        return content.isPresent() ? read(content.get()) : Optional.empty();
    }

    private static Optional<List<Planned>> read(byte[] content) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        if (content.length < Integer.BYTES || in.readInt() != VERSION) {
            return Optional.empty();
        }
        int count = in.readInt();
        List<Planned> plan = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            TreeEntry entry = read(in);
            plan.add(new Planned(entry, new Place(in.readInt(), in.readInt())));
        }
        return Optional.of(plan);
    }

    private static TreeEntry read(DataInputStream in) throws IOException {
        String path = readText(in);
        Kind kind = KINDS[in.readByte()];
        boolean implied = in.readBoolean();
        int mode = in.readInt();
        long uid = in.readLong();
        long gid = in.readLong();
        long mtime = in.readLong();
        long size = in.readLong();
        String link = readText(in);
        int major = in.readInt();
        int minor = in.readInt();
        Map<String, byte[]> xattrs = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            xattrs.put(readText(in), readBytes(in));
        }
        return new TreeEntry(path, kind, mode, uid, gid, mtime, size, link, major, minor, xattrs, implied);
    }

    private static String readText(DataInputStream in) throws IOException {
        return GuestText.decode(readBytes(in));
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
