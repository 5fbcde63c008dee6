package dev.lamina.vmlaunch;

/// Finds a byte string in a stream that comes in pieces (Knuth–Morris–Pratt, so no byte is looked at twice or kept).
final class StreamMatcher {
    private final byte[] pattern;
    private final int[] fallback;
    private int matched;

    StreamMatcher(byte[] pattern) {
        if (pattern.length == 0) {
            throw new IllegalArgumentException("nothing to look for");
        }
        this.pattern = pattern.clone();
        this.fallback = fallbacks(pattern);
    }

    /// @return whether the pattern ends with this byte
    boolean accept(int value) {
        while (matched > 0 && (pattern[matched] & 0xff) != value) {
            matched = fallback[matched - 1];
        }
        if ((pattern[matched] & 0xff) == value) {
            matched++;
        }
        if (matched < pattern.length) {
            return false;
        }
        matched = fallback[matched - 1];
        return true;
    }

    private static int[] fallbacks(byte[] pattern) {
        int[] table = new int[pattern.length];
        int length = 0;
        for (int i = 1; i < pattern.length; i++) {
            while (length > 0 && pattern[i] != pattern[length]) {
                length = table[length - 1];
            }
            if (pattern[i] == pattern[length]) {
                length++;
            }
            table[i] = length;
        }
        return table;
    }
}
