package dev.lamina.model.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Reads the files of texts: `[KEY]`, then a line `NAME: TEXT` for each fact, which goes on in lines that
/// begin with blanks; `#` begins a comment.
final class FactsReader {
    private static final String INDENT = "  ";

    private final Map<String, Facts> all = new LinkedHashMap<>();
    private Map<String, String> lines = new LinkedHashMap<>();
    private String last = "";

    private FactsReader() {}

    /// In the order of the file.
    static Map<String, Facts> read(String file) {
        FactsReader reader = new FactsReader();
        text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(reader::line);
        return Collections.unmodifiableMap(reader.all);
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            lines = new LinkedHashMap<>();
            all.put(line.substring(1, line.length() - 1), new Facts(lines));
        } else if (line.startsWith(INDENT)) {
            lines.computeIfPresent(last, (name, text) -> text + "\n" + line);
        } else {
            int colon = line.indexOf(": ");
            last = line.substring(0, colon);
            lines.put(last, line.substring(colon + 2));
        }
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(FactsReader.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
