package dev.lamina.assembler.fs.iso;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// All directories of an image under one kind of names, level by level, which is the order of the path table.
final class IsoHierarchy {
    /// Numbers in the path table have 16 bits.
    private static final int MOST = 0xFFFF;

    private static final byte[] ROOT = {0};

    private final List<IsoDirectory> directories = new ArrayList<>();

    /// The first block of the path table with little-endian numbers, and of the one with big-endian numbers.
    long littleTable;

    long bigTable;

    private IsoHierarchy() {}

    /// With what Unix knows, under plain names.
    static IsoHierarchy plain(IsoNode root) throws IOException {
        return of(root, IsoNames.PLAIN);
    }

    /// Files and directories alone, under the names of Joliet.
    static IsoHierarchy joliet(IsoNode root) throws IOException {
        return of(root, IsoNames.JOLIET);
    }

    private static IsoHierarchy of(IsoNode root, IsoNames names) throws IOException {
        IsoHierarchy hierarchy = new IsoHierarchy();
        boolean unix = names == IsoNames.PLAIN;
        IsoDirectory first = new IsoDirectory(root, ROOT, 1, 1);
        first.addSelf(unix ? RockRidge.ofRoot(root) : List.of());
        first.addParent(first, unix ? RockRidge.attributes(root) : List.of());
        hierarchy.directories.add(first);
        for (int next = 0; next < hierarchy.directories.size(); next++) {
            hierarchy.fill(hierarchy.directories.get(next), names, unix);
        }
        return hierarchy;
    }

    private void fill(IsoDirectory directory, IsoNames names, boolean unix) throws IOException {
        for (IsoNames.Named child : names.of(directory.node)) {
            List<byte[]> systemUse = unix ? RockRidge.of(child.node()) : List.of();
            if (child.node().isDirectory()) {
                IsoDirectory below = begin(child, directory, unix);
                directory.addDirectory(below, systemUse);
            } else if (unix || child.node().isFile()) {
                directory.addOther(child.identifier(), child.node(), systemUse);
            }
        }
    }

    private IsoDirectory begin(IsoNames.Named named, IsoDirectory parent, boolean unix) throws IOException {
        if (directories.size() == MOST) {
            throw new IOException("an ISO 9660 image holds at most " + MOST + " directories");
        }
        IsoDirectory directory =
                new IsoDirectory(named.node(), named.identifier(), directories.size() + 1, parent.number);
        directory.addSelf(unix ? RockRidge.attributes(named.node()) : List.of());
        directory.addParent(parent, unix ? RockRidge.attributes(parent.node) : List.of());
        directories.add(directory);
        return directory;
    }

    List<IsoDirectory> directories() {
        return directories;
    }

    byte[] rootRecord() {
        return directories.getFirst().rootRecord();
    }

    int tableSize() {
        return directories.stream().mapToInt(IsoHierarchy::tableLength).sum();
    }

    private static int tableLength(IsoDirectory directory) {
        int name = directory.identifier.length;
        return 8 + name + name % 2;
    }

    /// `u8 nameLength, extendedAttributes; u32 block; u16 parent; char name[]`, padded to even (9.4)
    byte[] table(ByteOrder order) {
        ByteBuffer out = ByteBuffer.allocate(tableSize()).order(order);
        for (IsoDirectory directory : directories) {
            int end = out.position() + tableLength(directory);
            out.put((byte) directory.identifier.length).put((byte) 0);
            out.putInt((int) directory.block).putShort((short) directory.parentNumber);
            out.put(directory.identifier);
            out.position(end);
        }
        return out.array();
    }
}
