package dev.lamina.vmlaunch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a program in the guest printed: bytes, which are a text in most cases. Untrusted.
public final class Printed {
    private final byte[] bytes;

    private Printed(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Printed of(byte[] bytes) {
        return new Printed(bytes.clone());
    }

    public static Printed of(String text) {
        return new Printed(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// As UTF-8, where what is none is replaced.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Printed printed && Arrays.equals(bytes, printed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
