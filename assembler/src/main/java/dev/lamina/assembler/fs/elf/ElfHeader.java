package dev.lamina.assembler.fs.elf;

import dev.lamina.assembler.io.ByteSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The first 64 bytes of a 64-bit little-endian ELF file (System V ABI, "ELF Header"):
/// ```
/// magic 0+4  class 4+1  data 5+1  phoff 32+8  shoff 40+8  phentsize 54+2  phnum 56+2
/// shentsize 58+2  shnum 60+2  shstrndx 62+2
/// ```
record ElfHeader(long programHeaders, int programCount, long sections, int sectionCount, int namesSection) {
    static final int SIZE = 64;
    private static final int MAGIC = 0x464C457F; // 0x7F "ELF"
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;

    static boolean isElf(ByteSource source) throws IOException {
        return source.size() >= SIZE && little(source, 0, SIZE).getInt(0) == MAGIC;
    }

    static ElfHeader decode(ByteSource source) throws IOException {
        if (!isElf(source)) {
            throw new BadElfException("is not an ELF file");
        }
        ByteBuffer header = little(source, 0, SIZE);
        if (header.get(4) != CLASS_64 || header.get(5) != LITTLE_ENDIAN) {
            throw new BadElfException("is not a 64-bit little-endian ELF file");
        }
        requireSize(header.getShort(54), ElfFile.PROGRAM_HEADER, header.getShort(56), "program header");
        requireSize(header.getShort(58), ElfFile.SECTION_HEADER, header.getShort(60), "section header");
        return new ElfHeader(
                header.getLong(32),
                unsigned(header.getShort(56)),
                header.getLong(40),
                unsigned(header.getShort(60)),
                unsigned(header.getShort(62)));
    }

    private static void requireSize(short found, int wanted, short count, String what) throws BadElfException {
        if (count != 0 && unsigned(found) != wanted) {
            throw new BadElfException("has a " + what + " of " + unsigned(found) + " bytes");
        }
    }

    private static int unsigned(short value) {
        return value & 0xFFFF;
    }

    /// @throws BadElfException the file is shorter
    static ByteBuffer little(ByteSource source, long offset, int length) throws IOException {
        try {
            return source.read(offset, length).order(ByteOrder.LITTLE_ENDIAN);
        } catch (EOFException e) {
            throw new BadElfException("is cut off", e);
        }
    }
}
