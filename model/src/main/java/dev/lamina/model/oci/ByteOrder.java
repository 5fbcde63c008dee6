package dev.lamina.model.oci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The order that Go sorts texts in: by the bytes of UTF-8, which differs from Java's beyond U+FFFF.
final class ByteOrder {
    static final Comparator<String> OF_TEXTS =
            Comparator.comparing((String text) -> text.getBytes(UTF_8), Arrays::compareUnsigned);

    private ByteOrder() {}

    /// The order that Go writes the keys of a map in.
    static SortedMap<String, String> sorted(Map<String, String> map) {
        SortedMap<String, String> sorted = new TreeMap<>(OF_TEXTS);
        sorted.putAll(map);
        return sorted;
    }
}
