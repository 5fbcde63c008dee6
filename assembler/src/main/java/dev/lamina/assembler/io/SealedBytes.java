package dev.lamina.assembler.io;

import java.util.Arrays;
import java.util.Optional;

/// Bytes with their SHA-256 behind them, for what is kept to be looked up again: damage shows, and then it
/// is made anew.
public final class SealedBytes {
    private static final int HASH = 32;

    private SealedBytes() {}

    public static byte[] seal(byte[] content) {
        byte[] sealed = Arrays.copyOf(content, content.length + HASH);
        System.arraycopy(Hashing.sha256().digest(content), 0, sealed, content.length, HASH);
        return sealed;
    }

    /// The bytes that were sealed; empty when these are not as [#seal] gave them.
    public static Optional<byte[]> open(byte[] sealed) {
        int end = sealed.length - HASH;
        if (end < 0) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(sealed, end);
        byte[] hash = Arrays.copyOfRange(sealed, end, sealed.length);
        return Arrays.equals(Hashing.sha256().digest(content), hash) ? Optional.of(content) : Optional.empty();
    }
}
