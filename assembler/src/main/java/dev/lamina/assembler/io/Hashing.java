package dev.lamina.assembler.io;

import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 is the one hash function of OCI stores, segments and package locks.
public final class Hashing {
    /// SHA-256 of no bytes.
    public static final Digest EMPTY = digest(new byte[0]);

    private Hashing() {}

    /// The SHA-256 of some bytes.
    public static Digest digest(byte[] bytes) {
        return Digest.of(sha256().digest(bytes));
    }

    /// The SHA-256 of what is left of a stream, which is read to its end.
    public static Digest digest(InputStream in) throws IOException {
        DigestingInputStream digesting = new DigestingInputStream(in);
        Streams.drain(digesting);
        return digesting.digest();
    }

    public static MessageDigest sha256() {
        return function("SHA-256");
    }

    /// Only to come to the same names as git and LinuxKit; it protects nothing.
    public static MessageDigest sha1() {
        return function("SHA-1");
    }

    private static MessageDigest function(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
