package dev.lamina.assembler.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Paragraphs of lines `KEY: VALUE` with blank lines between, as dpkg and apk keep them. Further lines of a value are
/// left out, and so is what has no such form: the files come from images, and any may be damaged.
final class Stanzas {
    /// Those of a whole Debian desktop take some megabytes.
    static final int MAX_BYTES = 32 << 20;

    private Stanzas() {}

    static List<Map<String, String>> read(InputStream in) throws IOException {
        List<Map<String, String>> stanzas = new ArrayList<>();
        Map<String, String> current = new HashMap<>();
        for (String line : new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).split("\n", -1)) {
            int colon = line.indexOf(':');
            if (line.isBlank()) {
                add(current, stanzas);
                current = new HashMap<>();
            } else if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                current.putIfAbsent(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        add(current, stanzas);
        return stanzas;
    }

    private static void add(Map<String, String> stanza, List<Map<String, String>> stanzas) {
        if (!stanza.isEmpty()) {
            stanzas.add(stanza);
        }
    }
}
