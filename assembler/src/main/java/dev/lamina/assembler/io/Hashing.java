package dev.lamina.assembler.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The one hash function of OCI stores, segments and package locks.
public final class Hashing {
    private Hashing() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
