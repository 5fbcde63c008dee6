package dev.lamina.assembler.fs.elf;

import static dev.lamina.assembler.fs.elf.ElfHeader.little;

import dev.lamina.assembler.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a program or shared library says about what it needs: enough to put all of it into an image.
///
/// Reads 64-bit little-endian files (amd64, arm64, riscv64). Whatever the bytes are, the answer is a value or a
/// [BadElfException].
///
/// @param interpreter the loader's path (PT_INTERP); programs that need no shared library have none
/// @param needed the names of the libraries to be loaded with it (DT_NEEDED), in their order
public record ElfFile(Optional<String> interpreter, List<String> needed) {
    static final int PROGRAM_HEADER = 56;
    static final int SECTION_HEADER = 64;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int DT_NULL = 0;
    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;
    private static final int SHT_NOBITS = 8;
    private static final int MAX_DYNAMIC = 1 << 20;
    private static final int MAX_SECTION = 16 << 20;
    private static final int MAX_NAME = 4096;

    public ElfFile {
        needed = List.copyOf(needed);
    }

    public static boolean isElf(ByteSource source) throws IOException {
        return ElfHeader.isElf(source);
    }

    public static ElfFile read(ByteSource source) throws IOException {
        List<Segment> segments = segments(source);
        Optional<String> interpreter = interpreter(source, segments);
        for (Segment segment : segments) {
            if (segment.type() == PT_DYNAMIC) {
                return new ElfFile(interpreter, needed(source, segment, segments));
            }
        }
        return new ElfFile(interpreter, List.of());
    }

    /// The loader's path alone, of which the beginning of a file may be enough.
    public static Optional<String> interpreter(ByteSource source) throws IOException {
        return interpreter(source, segments(source));
    }

    private static Optional<String> interpreter(ByteSource source, List<Segment> segments) throws IOException {
        Optional<String> interpreter = Optional.empty();
        for (Segment segment : segments) {
            if (segment.type() == PT_INTERP) {
                interpreter = Optional.of(text(source, segment.offset(), segment.fileSize()));
            }
        }
        return interpreter;
    }

    /// A program header: type 0+4, offset 8+8, virtual address 16+8, size in the file 32+8.
    private record Segment(int type, long offset, long address, long fileSize) {}

    private static List<Segment> segments(ByteSource source) throws IOException {
        ElfHeader header = ElfHeader.decode(source);
        ByteBuffer table = little(source, header.programHeaders(), header.programCount() * PROGRAM_HEADER);
        List<Segment> segments = new ArrayList<>();
        for (int at = 0; at < table.limit(); at += PROGRAM_HEADER) {
            segments.add(new Segment(
                    table.getInt(at), table.getLong(at + 8), table.getLong(at + 16), table.getLong(at + 32)));
        }
        return segments;
    }

    /// The dynamic table: pairs of a tag and a value, 8 bytes each; names are offsets into a table of texts.
    private static List<String> needed(ByteSource source, Segment segment, List<Segment> segments) throws IOException {
        if (segment.fileSize() < 0 || segment.fileSize() > MAX_DYNAMIC) {
            throw new BadElfException("has a dynamic table of " + segment.fileSize() + " bytes");
        }
        ByteBuffer table = little(source, segment.offset(), (int) segment.fileSize() & -16);
        List<Long> needed = new ArrayList<>();
        long texts = -1;
        for (int at = 0; at < table.limit() && table.getLong(at) != DT_NULL; at += 16) {
            long tag = table.getLong(at);
            long value = table.getLong(at + 8);
            if (tag == DT_NEEDED) {
                needed.add(value);
            } else if (tag == DT_STRTAB) {
                texts = offsetOf(value, segments);
            }
        }
        List<String> names = new ArrayList<>();
        for (long name : needed) {
            names.add(name(source, texts, name));
        }
        return names;
    }

    private static long offsetOf(long address, List<Segment> segments) throws BadElfException {
        for (Segment segment : segments) {
            long within = address - segment.address();
            if (segment.type() == PT_LOAD && within >= 0 && within < segment.fileSize()) {
                return segment.offset() + within;
            }
        }
        throw new BadElfException("has its table of names outside of the file");
    }

    private static String name(ByteSource source, long texts, long offset) throws IOException {
        if (texts < 0 || offset < 0) {
            throw new BadElfException("has no table of names");
        }
        return text(source, texts + offset, MAX_NAME);
    }

    /// Up to a zero byte, which must come within `limit` bytes.
    private static String text(ByteSource source, long offset, long limit) throws IOException {
        long length = Math.min(Math.min(limit, MAX_NAME), source.size() - offset);
        if (offset < 0 || length <= 0) {
            throw new BadElfException("has a name outside of the file");
        }
        ByteBuffer bytes = little(source, offset, (int) length);
        for (int i = 0; i < length; i++) {
            if (bytes.get(i) == 0) {
                byte[] name = new byte[i];
                bytes.get(0, name);
                return new String(name, StandardCharsets.ISO_8859_1);
            }
        }
        throw new BadElfException("has a name without an end");
    }

    /// The bytes of the first section of that name, e.g. `.modinfo`; at most 16 MiB.
    public static Optional<byte[]> section(ByteSource source, String name) throws IOException {
        ElfHeader header = ElfHeader.decode(source);
        ByteBuffer table = little(source, header.sections(), header.sectionCount() * SECTION_HEADER);
        if (header.namesSection() >= header.sectionCount()) {
            throw new BadElfException("has no names for its sections");
        }
        long names = table.getLong(header.namesSection() * SECTION_HEADER + 24);
        for (int at = 0; at < table.limit(); at += SECTION_HEADER) {
            // name 0+4, type 4+4, offset 24+8, size 32+8
            boolean stored = table.getInt(at + 4) != SHT_NOBITS && table.getLong(at + 32) > 0;
            if (stored
                    && text(source, names + (table.getInt(at) & 0xFFFF_FFFFL), MAX_NAME)
                            .equals(name)) {
                return Optional.of(bytes(source, table.getLong(at + 24), table.getLong(at + 32)));
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(ByteSource source, long offset, long size) throws IOException {
        if (size > MAX_SECTION) {
            throw new BadElfException("has a section of " + size + " bytes");
        }
        byte[] bytes = new byte[(int) size];
        little(source, offset, bytes.length).get(bytes);
        return bytes;
    }
}
