package dev.lamina.assembler.io;

import dev.lamina.model.value.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 is the one hash function of OCI stores, segments and package locks.
public final class Hashing {
    /// SHA-256 of no bytes.
    public static final Digest EMPTY = Digest.of(sha256().digest());

    private Hashing() {}

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
