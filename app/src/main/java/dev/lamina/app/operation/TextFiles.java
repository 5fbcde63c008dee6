package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The files that documents are kept in. A file is written whole or not at all; permissions and links stay.
public final class TextFiles {

    /// What shows that a file is another one than before, without reading it.
    ///
    /// @param modified the epoch when there is no such file
    public record Stamp(Instant modified, long size) {
        public static final Stamp NONE = new Stamp(Instant.EPOCH, -1);

        public boolean isThere() {
            return !equals(NONE);
        }
    }

    /// [Stamp#NONE] when there is no such file, or nobody may look at it.
    public Stamp stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.isRegularFile() ? new Stamp(now.lastModifiedTime().toInstant(), now.size()) : Stamp.NONE;
        } catch (IOException e) {
            return Stamp.NONE;
        }
    }

    /// What tells one text from another.
    public static String digest(String text) {
        return HexFormat.of().formatHex(Hashing.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes a text, and tells what the file looks like then.
    public Stamp write(Path name, String text) {
        byte[] bytes = encode(name, text);
        try {
            replace(name, bytes);
            return stamp(name);
        } catch (IOException e) {
            String reason = e instanceof AccessDeniedException ? "it may not be written" : e.getMessage();
            throw new InputException("cannot save " + name + ": " + reason, "save it under another name", e);
        }
    }

    /// Whole or not at all; what is there keeps its permissions, and a link leads where it did.
    static void replace(Path name, byte[] content) throws IOException {
        Path file = Files.exists(name) ? name.toRealPath() : name.toAbsolutePath();
        Optional<Set<PosixFilePermission>> permissions = permissions(file);
        AtomicFile.write(file, content);
        if (permissions.isPresent()) {
            Files.setPosixFilePermissions(file, permissions.get());
        }
    }

    private static byte[] encode(Path name, String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new InputException(
                    "cannot save " + name + ": the text holds half of a letter", "remove it from the text", e);
        }
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix && Files.exists(file) ? Optional.of(Files.getPosixFilePermissions(file)) : Optional.empty();
    }
}
