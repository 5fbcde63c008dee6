package dev.lamina.app.operation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What the first bytes of a file tell of it.
final class FirstBytes {
    /// Up to the end of a qcow2's mark.
    static final int QCOW2 = 4;

    private FirstBytes() {}

    /// @param mark in ISO 8859-1
    static boolean has(byte[] bytes, int offset, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }

    /// The content must not choose the format of a disk: a guest can write the first bytes of a raw one,
    /// and a qcow2 may name any file of the host as its base. So who means a qcow2 has to say it.
    static boolean areOfQcow2(byte[] bytes) {
        return has(bytes, 0, "QFI\u00fb");
    }
}
