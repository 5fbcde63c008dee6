package dev.lamina.assembler.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The data that a catalogue is made of, by path, e.g. `layers/libc/layer.yml`.
@FunctionalInterface
interface CatalogueFiles {

    Optional<byte[]> find(String path);

    default byte[] read(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("the catalogue has no file " + path));
    }

    default String text(String path) {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    /// Those in this program.
    static CatalogueFiles embedded() {
        return path -> {
            try (InputStream in = CatalogueFiles.class.getResourceAsStream("/catalogue/" + path)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
