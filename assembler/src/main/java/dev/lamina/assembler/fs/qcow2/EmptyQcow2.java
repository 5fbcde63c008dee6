package dev.lamina.assembler.fs.qcow2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A disk in QEMU's format qcow2, version 3, on which nothing is written yet (QEMU: `docs/interop/qcow2.txt`).
/// It takes a quarter of a megabyte up to a size of 4 TiB, and can keep snapshots.
///
/// All numbers are big-endian, offsets are bytes from the start, and everything lies on clusters of 64 KiB:
/// ```
/// 0        header
/// 1        refcount table: offsets of refcount blocks, each of which counts for 2 GiB of the file
/// 2        refcount block: a 16-bit count of uses for each cluster of the file
/// 3 …      L1 table: for each 512 MiB of the disk the offset of a table of clusters, 0 for none
/// ```
public final class EmptyQcow2 {
    /// 1 PiB, far below the format's own limit.
    public static final long LARGEST = 1L << 50;

    private static final int CLUSTER_BITS = 16;
    private static final int CLUSTER = 1 << CLUSTER_BITS;
    private static final int HEADER_LENGTH = 104;
    private static final int SECTOR = 512;
    private static final int FIRST_OF_L1 = 3;

    private EmptyQcow2() {}

    /// @param file must not exist
    /// @param size of the disk, rounded up to whole sectors
    public static void create(Path file, long size) throws IOException {
        Files.write(file, image(size), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static byte[] image(long size) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException(size + " is not a size of a disk");
        }
        long sectors = (size + SECTOR - 1) / SECTOR;
        long perEntry = (long) CLUSTER / Long.BYTES * CLUSTER;
        int entries = Math.toIntExact((sectors * SECTOR + perEntry - 1) / perEntry);
        int clusters = FIRST_OF_L1 + (entries * Long.BYTES + CLUSTER - 1) / CLUSTER;
        ByteBuffer image = ByteBuffer.allocate(clusters * CLUSTER);
        header(image, sectors * SECTOR, entries);
        image.putLong(CLUSTER, 2L * CLUSTER);
        for (int cluster = 0; cluster < clusters; cluster++) {
            image.putShort(2 * CLUSTER + cluster * Short.BYTES, (short) 1);
        }
        return image.array();
    }

    /// What is not written is zero: no file beneath, no encryption, no snapshots, no feature bits, no
    /// extensions.
    private static void header(ByteBuffer image, long size, int entries) {
        image.putInt(0, 0x514649fb); // "QFI" and 0xfb
        image.putInt(4, 3); // version
        image.putInt(20, CLUSTER_BITS);
        image.putLong(24, size);
        image.putInt(36, entries);
        image.putLong(40, (long) FIRST_OF_L1 * CLUSTER);
        image.putLong(48, CLUSTER); // refcount table
        image.putInt(56, 1); // its clusters
        image.putInt(96, 4); // a refcount has 2^4 bits
        image.putInt(100, HEADER_LENGTH);
    }
}
