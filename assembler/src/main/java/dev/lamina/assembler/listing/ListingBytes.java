package dev.lamina.assembler.listing;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.value.Digest;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A listing as a few bytes: a version, then everything in the order of the record's fields, compressed with zstd. Of a
/// path only what differs from the path before is written. The same listing gives the same bytes.
public final class ListingBytes {
    private static final int VERSION = 0x4C4D5301;
    private static final int LEVEL = 4;
    private static final int DIGEST = 32;

    /// Of the bytes uncompressed: far more than any system's listing.
    private static final long MOST_BYTES = 1L << 28;

    private static final int MOST_TEXT = 1 << 24;
    private static final Kind[] KINDS = Kind.values();

    private ListingBytes() {}

    public static byte[] encode(SystemListing listing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new ZstdOutput(bytes, LEVEL), 1 << 16))) {
            out.writeInt(VERSION);
            out.writeBoolean(listing.byPlace());
            out.writeLong(listing.overhead());
            out.writeInt(listing.texts().size());
            for (Map.Entry<String, String> text : listing.texts().entrySet()) {
                writeText(text.getKey(), out);
                writeText(text.getValue(), out);
            }
            List<String> components = components(listing);
            out.writeInt(components.size());
            for (String component : components) {
                writeText(component, out);
            }
            writeFiles(listing, components, out);
        }
        return bytes.toByteArray();
    }

    private static List<String> components(SystemListing listing) {
        return listing.files().stream().map(ListedFile::component).distinct().toList();
    }

    private static void writeFiles(SystemListing listing, List<String> components, DataOutputStream out)
            throws IOException {
        out.writeInt(listing.files().size());
        String before = "";
        for (ListedFile file : listing.files()) {
            int common = common(before, file.path());
            out.writeInt(common);
            writeText(file.path().substring(common), out);
            out.writeInt(components.indexOf(file.component()));
            out.writeByte(file.kind().ordinal());
            out.writeInt(file.mode());
            out.writeLong(file.uid());
            out.writeLong(file.gid());
            out.writeLong(file.mtime());
            out.writeLong(file.size());
            out.writeLong(file.stored());
            writeText(file.link(), out);
            out.writeBoolean(file.content().isPresent());
            if (file.content().isPresent()) {
                out.write(HexFormat.of().parseHex(file.content().get().hex()));
            }
            before = file.path();
        }
    }

    private static int common(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int i = 0;
        while (i < most && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = GuestText.encode(text);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Empty for what another version wrote, or what is damaged.
    public static Optional<SystemListing> decode(byte[] bytes) {
        try (DataInputStream in =
                new DataInputStream(Compression.decompress(new ByteArrayInputStream(bytes), MOST_BYTES))) {
            return in.readInt() == VERSION ? Optional.of(read(in)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static SystemListing read(DataInputStream in) throws IOException {
        boolean byPlace = in.readBoolean();
        long overhead = in.readLong();
        TreeMap<String, String> texts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(readText(in), readText(in));
        }
        List<String> components = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            components.add(readText(in));
        }
        List<ListedFile> files = new ArrayList<>();
        String before = "";
        for (int left = in.readInt(); left > 0; left--) {
            ListedFile file = readFile(in, before, components);
            files.add(file);
            before = file.path();
        }
        return new SystemListing(files, texts, overhead, byPlace);
    }

    private static ListedFile readFile(DataInputStream in, String before, List<String> components) throws IOException {
        String path = before.substring(0, in.readInt()) + readText(in);
        String component = components.get(in.readInt());
        Kind kind = KINDS[in.readByte()];
        int mode = in.readInt();
        long uid = in.readLong();
        long gid = in.readLong();
        long mtime = in.readLong();
        long size = in.readLong();
        long stored = in.readLong();
        String link = readText(in);
        Optional<Digest> content = in.readBoolean() ? Optional.of(Digest.of(in.readNBytes(DIGEST))) : Optional.empty();
        return new ListedFile(path, component, kind, mode, uid, gid, mtime, size, stored, link, content);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_TEXT) {
            throw new IOException("a text of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the listing is cut off");
        }
        return GuestText.decode(bytes);
    }
}
