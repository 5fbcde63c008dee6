package dev.lamina.assembler.facts;

import dev.lamina.assembler.io.GuestText;
import dev.lamina.model.check.ImageFiles.Program;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known of an image's programs as bytes: version, number of programs, and of each its path, kind, machine and
/// interpreter.
final class ProgramNote {
    private static final int VERSION = 0x4C4D5001;
    private static final int ELF = 0;
    private static final int SCRIPT = 1;
    private static final int UNKNOWN = 2;

    private ProgramNote() {}

    static byte[] encode(Map<String, Program> programs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(VERSION);
        out.writeInt(programs.size());
        for (Map.Entry<String, Program> each : new TreeMap<>(programs).entrySet()) {
            write(each.getKey(), out);
            write(each.getValue(), out);
        }
        return bytes.toByteArray();
    }

    private static void write(Program program, DataOutputStream out) throws IOException {
        switch (program) {
            case Program.Elf elf -> write(ELF, elf.machine(), elf.interpreter(), out);
            case Program.Script script -> write(SCRIPT, 0, script.interpreter(), out);
            case Program.Unknown ignored -> write(UNKNOWN, 0, "", out);
        }
    }

    private static void write(int kind, int machine, String interpreter, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeInt(machine);
        write(interpreter, out);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = GuestText.encode(text);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Empty for bytes of another version.
    static Optional<Map<String, Program>> decode(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readInt() != VERSION) {
                return Optional.empty();
            }
            Map<String, Program> programs = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                programs.put(text(in), program(in));
            }
            return Optional.of(programs);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Program program(DataInputStream in) throws IOException {
        int kind = in.readByte();
        int machine = in.readInt();
        String interpreter = text(in);
        return switch (kind) {
            case ELF -> new Program.Elf(machine, interpreter);
            case SCRIPT -> new Program.Script(interpreter);
            default -> new Program.Unknown();
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return GuestText.decode(in.readNBytes(in.readInt()));
    }
}
