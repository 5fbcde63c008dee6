package dev.lamina.app.studio.drop;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file is, by its first bytes. No more of it is read.
final class FileHead {
    private static final int LENGTH = 64 * 1024;

    /// The name of the first entry of a tar is at its beginning, and the sign of the format behind that.
    private static final int TAR_NAME = 100;

    private static final int TAR_SIGN = 257;

    /// Documentation/arch/x86/boot.rst: `HdrS` at 0x202.
    private static final int BZIMAGE_SIGN = 0x202;

    /// Documentation/arch/arm64/booting.rst: `ARM\x64` at 56. Documentation/arch/riscv has a sign at the same place.
    private static final int ARM64_SIGN = 56;

    /// What an OCI layout or an archive of docker begins with.
    private static final Pattern IMAGE = Pattern.compile(
            "(\\./)?(oci-layout|index\\.json|blobs/.*|manifest\\.json|repositories|[0-9a-f]{64}([./].*)?)");

    private static final Pattern LANE =
            Pattern.compile("(?m)^(kernel|init|onboot|services|onshutdown|volumes|files)\\s*:");

    private final byte[] bytes;

    private FileHead(byte[] bytes) {
        this.bytes = bytes;
    }

    static FileHead of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileHead(in.readNBytes(LENGTH));
        }
    }

    /// Whether it is a tar of images, compressed or not.
    boolean isImageArchive() {
        byte[] tar = unpacked();
        return has(tar, TAR_SIGN, "ustar") && IMAGE.matcher(tarName(tar)).matches();
    }

    private static String tarName(byte[] tar) {
        int end = 0;
        while (end < TAR_NAME && tar[end] != 0) {
            end++;
        }
        return new String(tar, 0, end, StandardCharsets.UTF_8);
    }

    /// What machines a kernel is for, when it is one that boots.
    Optional<Arch> kernel() {
        if (has(bytes, BZIMAGE_SIGN, "HdrS")) {
            return Optional.of(Arch.AMD64);
        }
        // Compressed by EFI's own means: "MZ", two zero bytes, "zimg"; only arm64 and its like have that.
        boolean packed = has(bytes, 0, "MZ") && has(bytes, 4, "zimg");
        return packed || has(unpacked(), ARM64_SIGN, "ARMd") ? Optional.of(Arch.ARM64) : Optional.empty();
    }

    /// Whether it is the whole kernel for debuggers, which nothing boots.
    boolean isElf() {
        return has(bytes, 0, "\u007fELF");
    }

    /// Whether it is a composition by its keys, or has nothing in it yet.
    boolean isComposition() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isBlank() || LANE.matcher(text).find();
    }

    private byte[] unpacked() {
        if (Compression.detect(bytes) == Compression.NONE) {
            return bytes;
        }
        byte[] start = new byte[2 * TAR_SIGN];
        try (InputStream in = Compression.decompress(new ByteArrayInputStream(bytes))) {
            in.readNBytes(start, 0, start.length);
        } catch (IOException e) {
            return start; // what came out before the end of the head
        }
        return start;
    }

    private static boolean has(byte[] bytes, int at, String sign) {
        byte[] wanted = sign.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
