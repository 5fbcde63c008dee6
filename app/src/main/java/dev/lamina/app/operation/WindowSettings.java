package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What the composer remembers of how the user likes its window: `window.properties` in the data folder. A file that
/// cannot be read counts as none.
public final class WindowSettings {
    private static final long MOST_BYTES = 1 << 16;

    private final Path file;
    private final Properties values = new Properties();

    public WindowSettings(Path file) {
        this.file = file;
        read();
    }

    private void read() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                try (Reader reader = new StringReader(Files.readString(file))) {
                    values.load(reader);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            values.clear();
        }
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    public synchronized double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// @param value letters and digits: it is written as it is
    public synchronized void put(String key, String value) {
        values.setProperty(key, value);
    }

    /// Writes the file, whole or not at all.
    public synchronized void save() {
        StringWriter text = new StringWriter();
        // Sorted and without the date that Properties would write.
        new TreeMap<>(values).forEach((key, value) -> text.append(key + "=" + value + "\n"));
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
