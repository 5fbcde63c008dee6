package dev.lamina.assembler.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The smallest ELF files that say what they need. They cannot be run.
public final class TinyElf {
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SECTION_HEADER = 64;

    /// Programs are loaded elsewhere than where they stand in the file.
    private static final long ADDRESS = 0x400000;

    private TinyElf() {}

    /// A program that needs shared libraries.
    public static byte[] program(String interpreter, String... needed) {
        return linked(interpreter, "", needed);
    }

    public static byte[] library(String soname, String... needed) {
        return linked("", soname, needed);
    }

    /// A program that needs nothing.
    public static byte[] selfContained() {
        return header(HEADER, 0, 0, 0, 0).array();
    }

    private static byte[] linked(String interpreter, String soname, String... needed) {
        Texts texts = new Texts();
        List<long[]> dynamic = new ArrayList<>();
        for (String name : needed) {
            dynamic.add(new long[] {1, texts.add(name)});
        }
        if (!soname.isEmpty()) {
            dynamic.add(new long[] {14, texts.add(soname)});
        }
        int interpreterAt = texts.add(interpreter);
        int segments = interpreter.isEmpty() ? 2 : 3;
        int textsAt = HEADER + segments * PROGRAM_HEADER;
        int dynamicAt = textsAt + texts.bytes().length;
        dynamic.add(new long[] {5, ADDRESS + textsAt});
        dynamic.add(new long[] {0, 0});
        int size = dynamicAt + 16 * dynamic.size();
        ByteBuffer elf = header(size, HEADER, segments, 0, 0);
        elf.position(HEADER);
        segment(elf, 1, 0, size);
        segment(elf, 2, dynamicAt, 16L * dynamic.size());
        if (!interpreter.isEmpty()) {
            segment(elf, 3, textsAt + interpreterAt, interpreter.length() + 1L);
        }
        elf.put(texts.bytes());
        dynamic.forEach(entry -> elf.putLong(entry[0]).putLong(entry[1]));
        return elf.array();
    }

    private static void segment(ByteBuffer elf, int type, long offset, long size) {
        elf.putInt(type).putInt(4).putLong(offset).putLong(ADDRESS + offset).putLong(ADDRESS + offset);
        elf.putLong(size).putLong(size).putLong(8);
    }

    /// A kernel module with these texts in its section `.modinfo`, e.g. `depends=a,b`.
    public static byte[] module(String... info) {
        byte[] content = (String.join("\0", info) + "\0").getBytes(StandardCharsets.UTF_8);
        return sections(Map.of(".modinfo", content));
    }

    private static byte[] sections(Map<String, byte[]> sections) {
        Texts names = new Texts();
        int at = HEADER;
        List<long[]> headers = new ArrayList<>();
        headers.add(new long[] {0, 0, 0, 0});
        for (Map.Entry<String, byte[]> section : sections.entrySet()) {
            headers.add(new long[] {names.add(section.getKey()), 1, at, section.getValue().length});
            at += section.getValue().length;
        }
        headers.add(new long[] {names.add(".shstrtab"), 3, at, names.bytes().length});
        int tableAt = at + names.bytes().length;
        ByteBuffer elf = header(tableAt + headers.size() * SECTION_HEADER, 0, 0, tableAt, headers.size());
        elf.position(HEADER);
        sections.values().forEach(elf::put);
        elf.put(names.bytes());
        for (long[] header : headers) {
            elf.putInt((int) header[0]).putInt((int) header[1]).putLong(0).putLong(0);
            elf.putLong(header[2]).putLong(header[3]).putLong(0).putLong(1).putLong(0);
        }
        return elf.array();
    }

    private static ByteBuffer header(int size, long programs, int programCount, long sections, int sectionCount) {
        ByteBuffer elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
        elf.putShort((short) 3).putShort((short) 62).putInt(1).putLong(0);
        elf.putLong(programs).putLong(sections).putInt(0);
        elf.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) programCount);
        elf.putShort((short) SECTION_HEADER).putShort((short) sectionCount);
        elf.putShort((short) Math.max(0, sectionCount - 1));
        return elf;
    }

    private static final class Texts {
        private final StringBuilder texts = new StringBuilder("\0");

        int add(String text) {
            int at = texts.length();
            texts.append(text).append('\0');
            return at;
        }

        byte[] bytes() {
            return texts.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
