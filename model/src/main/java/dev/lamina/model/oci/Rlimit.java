package dev.lamina.model.oci;

import dev.lamina.model.tree.Tree;
import java.math.BigInteger;
import java.util.Locale;

/// A resource limit of a process: `name,soft,hard`, with `unlimited` for none. Blanks around them do not count.
record Rlimit(String type, BigInteger soft, BigInteger hard) {
    private static final String PREFIX = "RLIMIT_";

    /// `RLIM_INFINITY` of Linux: all 64 bits.
    private static final BigInteger UNLIMITED = new BigInteger("18446744073709551615");

    static Rlimit parse(String text) {
        String[] parts = text.split(",", 3);
        String name = parts[0].strip().toUpperCase(Locale.ROOT);
        return new Rlimit(
                name.startsWith(PREFIX) ? name : PREFIX + name, value(parts[1].strip()), value(parts[2].strip()));
    }

    private static BigInteger value(String text) {
        return text.equalsIgnoreCase("unlimited") ? UNLIMITED : new BigInteger(text);
    }

    Tree toTree() {
        return new Tree().put("type", type).put("hard", hard).put("soft", soft);
    }
}
