package dev.lamina.assembler.facts;

import dev.lamina.assembler.fs.elf.ElfFile;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.check.ImageFiles.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What the kernel makes of a file that it is told to run, by the beginning of the file.
final class ProgramHead {
    /// The header is in the first bytes, and so is what it points to, unless somebody moved that to the end.
    static final int SIZE = 256 << 10;

    /// Up to here the kernel looks for the end of the line (binfmt_script.c, BINPRM_BUF_SIZE).
    private static final int LINE = 256;

    private static final int MAGIC = 0x7F454C46;
    private static final int DATA = 5;
    private static final int BIG_ENDIAN = 2;
    private static final int MACHINE = 18;

    private ProgramHead() {}

    static Program read(byte[] head) {
        if (head.length >= MACHINE + 2 && ByteBuffer.wrap(head).getInt(0) == MAGIC) {
            ByteOrder order = head[DATA] == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            int machine = ByteBuffer.wrap(head).order(order).getShort(MACHINE) & 0xFFFF;
            return new Program.Elf(machine, loader(head));
        }
        return head.length >= 2 && head[0] == '#' && head[1] == '!' ? script(head) : new Program.Unknown();
    }

    /// Empty also where it is not known: in files of 32 bits, and in those that have it far from the beginning.
    private static String loader(byte[] head) {
        try {
            return ElfFile.interpreter(ByteSource.of(head)).orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Program script(byte[] head) {
        String line = new String(head, 2, Math.min(head.length, LINE) - 2, StandardCharsets.ISO_8859_1);
        int end = line.indexOf('\n');
        String[] words = (end < 0 ? line : line.substring(0, end)).strip().split("[ \t]", 2);
        return words[0].isEmpty() ? new Program.Unknown() : new Program.Script(words[0]);
    }
}
