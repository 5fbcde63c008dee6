package dev.lamina.app.system;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The smallest programs that the kernel looks at: each can be started on some machine.
final class Elf {
    private static final int ARM64 = 183;
    private static final int AMD64 = 62;

    private Elf() {}

    /// For arm64; it has no code, since it is never started.
    static byte[] forArm64() {
        return elf64(ARM64, "");
    }

    /// For amd64, with a loader that no system has.
    static byte[] withLoader(String loader) {
        return elf64(AMD64, loader);
    }

    /// `_exit(0)` by the call table of i386. Layouts: elf(5), Elf32_Ehdr and Elf32_Phdr.
    static byte[] forI386() {
        // xor ebx,ebx; xor eax,eax; inc eax; int 0x80
        byte[] code = HexFormat.of().parseHex("31db31c040cd80");
        ByteBuffer elf = ByteBuffer.allocate(84 + code.length).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(ident(1)).putShort((short) 2).putShort((short) 3).putInt(1);
        elf.putInt(0x08048054).putInt(52).putInt(0).putInt(0);
        elf.putShort((short) 52).putShort((short) 32).putShort((short) 1).putShort((short) 0);
        elf.putShort((short) 0).putShort((short) 0);
        elf.putInt(1).putInt(0).putInt(0x08048000).putInt(0x08048000);
        elf.putInt(elf.capacity()).putInt(elf.capacity()).putInt(5).putInt(0x1000);
        return elf.put(code).array();
    }

    /// Elf64_Ehdr and one Elf64_Phdr: PT_INTERP with the loader, or PT_LOAD of the headers.
    private static byte[] elf64(int machine, String loader) {
        byte[] path = (loader.isEmpty() ? "" : loader + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer elf = ByteBuffer.allocate(120 + path.length).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(ident(2)).putShort((short) 2).putShort((short) machine).putInt(1);
        elf.putLong(0x400000).putLong(64).putLong(0).putInt(0);
        elf.putShort((short) 64).putShort((short) 56).putShort((short) 1).putShort((short) 64);
        elf.putShort((short) 0).putShort((short) 0);
        elf.putInt(path.length == 0 ? 1 : 3).putInt(5).putLong(path.length == 0 ? 0 : 120);
        elf.putLong(0x400000).putLong(0x400000);
        elf.putLong(path.length == 0 ? 120 : path.length).putLong(path.length == 0 ? 120 : path.length);
        return elf.putLong(0x1000).put(path).array();
    }

    /// @param bits 1 for 32, 2 for 64
    private static byte[] ident(int bits) {
        byte[] ident = new byte[16];
        ident[0] = 0x7f;
        ident[1] = 'E';
        ident[2] = 'L';
        ident[3] = 'F';
        ident[4] = (byte) bits;
        ident[5] = 1;
        ident[6] = 1;
        return ident;
    }
}
