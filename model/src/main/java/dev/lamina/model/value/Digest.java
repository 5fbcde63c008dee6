package dev.lamina.model.value;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 digest as OCI writes it: `sha256:` and 64 lower-case hex digits.
public record Digest(String hex) implements Comparable<Digest> {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
    }

    public static Digest of(byte[] sha256) {
        return new Digest(HexFormat.of().formatHex(sha256));
    }

    /// Reads `sha256:HEX`.
    public static Digest parse(String text) {
        if (!text.startsWith("sha256:")) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + text);
        }
        return new Digest(text.substring("sha256:".length()));
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
