package dev.lamina.assembler.fs.iso;

import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.tree.TreeEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What Unix knows of a file and ISO 9660 does not: the system use entries of RRIP 1.12 (IEEE P1282) in SUSP 1.12. Each
/// begins with `char signature[2]; u8 length; u8 version`.
final class RockRidge {
    /// `CE`: `both32 block, offset, length` of where the entries go on.
    static final int CONTINUATION = 28;

    /// An entry's length is a byte.
    private static final int LONGEST = 255;

    private static final int CONTINUES = 1;
    private static final String ID = "IEEE_1282";
    private static final String DESCRIPTION = "POSIX file system semantics";
    private static final String SOURCE = "IEEE P1282, Rock Ridge Interchange Protocol 1.12";

    private RockRidge() {}

    /// Of a directory's record in its parent, and of any other node.
    static List<byte[]> of(IsoNode node) {
        List<byte[]> entries = new ArrayList<>();
        entries.addAll(names(GuestText.encode(node.name)));
        entries.addAll(attributes(node));
        TreeEntry entry = node.file.entry;
        switch (entry.kind()) {
            case SYMLINK -> entries.addAll(link(entry.link()));
            case CHARACTER_DEVICE, BLOCK_DEVICE -> entries.add(device(entry));
            case FILE, DIRECTORY, FIFO, HARD_LINK -> {}
        }
        return entries;
    }

    /// Of the records `.` and `..`.
    static List<byte[]> attributes(IsoNode node) {
        return List.of(permissions(node), times(node.file.entry.mtime()));
    }

    /// Of the root's own record `.`, which tells readers that all this is here.
    static List<byte[]> ofRoot(IsoNode root) {
        List<byte[]> entries = new ArrayList<>();
        entries.add(
                begin("SP", 7).put((byte) 0xBE).put((byte) 0xEF).put((byte) 0).array());
        entries.addAll(attributes(root));
        entries.add(reference());
        return entries;
    }

    private static ByteBuffer begin(String signature, int length) {
        return ByteBuffer.allocate(length)
                .put(signature.getBytes(StandardCharsets.US_ASCII))
                .put((byte) length)
                .put((byte) 1);
    }

    /// `ER`: `u8 idLength, descriptionLength, sourceLength, extensionVersion; char id[], description[], source[]`
    private static byte[] reference() {
        byte[] text = (ID + DESCRIPTION + SOURCE).getBytes(StandardCharsets.US_ASCII);
        return begin("ER", 8 + text.length)
                .put((byte) ID.length())
                .put((byte) DESCRIPTION.length())
                .put((byte) SOURCE.length())
                .put((byte) 1)
                .put(text)
                .array();
    }

    /// `PX`: `both32 mode, links, uid, gid, serial`
    private static byte[] permissions(IsoNode node) {
        TreeEntry entry = node.file.entry;
        ByteBuffer out = begin("PX", 44);
        Iso.both32(out, type(entry) | entry.mode());
        Iso.both32(out, node.file.links);
        Iso.both32(out, entry.uid());
        Iso.both32(out, entry.gid());
        Iso.both32(out, node.serial);
        return out.array();
    }

    /// The type bits of `st_mode`.
    private static int type(TreeEntry entry) {
        return switch (entry.kind()) {
            case FILE, HARD_LINK -> 0100000;
            case DIRECTORY -> 0040000;
            case SYMLINK -> 0120000;
            case CHARACTER_DEVICE -> 0020000;
            case BLOCK_DEVICE -> 0060000;
            case FIFO -> 0010000;
        };
    }

    /// `TF`: `u8 which` (here: modified, accessed, changed), then a short time for each
    private static byte[] times(long seconds) {
        ByteBuffer out = begin("TF", 5 + 3 * 7).put((byte) 0x0E);
        for (int i = 0; i < 3; i++) {
            Iso.shortTime(out, seconds);
        }
        return out.array();
    }

    /// `PN`: `both32 major, minor`, which is how Linux reads them
    private static byte[] device(TreeEntry entry) {
        ByteBuffer out = begin("PN", 20);
        Iso.both32(out, entry.deviceMajor());
        Iso.both32(out, entry.deviceMinor());
        return out.array();
    }

    /// `NM`: `u8 flags; char name[]`, continued in the next one if need be
    private static List<byte[]> names(byte[] name) {
        List<byte[]> entries = new ArrayList<>();
        int most = LONGEST - 5;
        for (int from = 0; from < name.length; from += most) {
            byte[] piece = Arrays.copyOfRange(name, from, Math.min(name.length, from + most));
            boolean last = from + most >= name.length;
            entries.add(begin("NM", 5 + piece.length)
                    .put((byte) (last ? 0 : CONTINUES))
                    .put(piece)
                    .array());
        }
        return entries;
    }

    /// `SL`: `u8 flags`, then components, continued in the next one if need be
    private static List<byte[]> link(String target) {
        List<byte[]> components = components(target);
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < components.size()) {
            int first = at;
            int length = 5;
            while (at < components.size() && length + components.get(at).length <= LONGEST) {
                length += components.get(at++).length;
            }
            ByteBuffer out = begin("SL", length).put((byte) (at < components.size() ? CONTINUES : 0));
            components.subList(first, at).forEach(out::put);
            entries.add(out.array());
        }
        return entries;
    }

    /// Of a symbolic link's target: `u8 flags (2 ".", 4 "..", 8 "/"), length; char name[]`. Empty ones, as in `a//b`,
    /// too.
    private static List<byte[]> components(String target) {
        List<byte[]> components = new ArrayList<>();
        String rest = target;
        if (rest.startsWith("/")) {
            components.add(new byte[] {8, 0});
            rest = rest.substring(1);
        }
        for (String name : rest.isEmpty() ? new String[0] : rest.split("/", -1)) {
            switch (name) {
                case "." -> components.add(new byte[] {2, 0});
                case ".." -> components.add(new byte[] {4, 0});
                default -> components.addAll(component(GuestText.encode(name)));
            }
        }
        return components;
    }

    private static List<byte[]> component(byte[] name) {
        List<byte[]> pieces = new ArrayList<>();
        int most = LONGEST - 5 - 2;
        int from = 0;
        do {
            int to = Math.min(name.length, from + most);
            byte[] piece = new byte[2 + to - from];
            piece[0] = (byte) (to < name.length ? CONTINUES : 0);
            piece[1] = (byte) (to - from);
            System.arraycopy(name, from, piece, 2, to - from);
            pieces.add(piece);
            from = to;
        } while (from < name.length);
        return pieces;
    }

    /// @param block where the continued entries are, `offset` bytes from its begin
    static byte[] continuation(long block, int offset, int length) {
        ByteBuffer out = begin("CE", CONTINUATION);
        Iso.both32(out, block);
        Iso.both32(out, offset);
        Iso.both32(out, length);
        return out.array();
    }
}
