package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The data that a catalogue is made of, by path, e.g. `layers/libc/layer.yml`.
@FunctionalInterface
interface CatalogueFiles {
    /// A description that is longer is none.
    int LONGEST_TEXT = 1 << 20;

    Optional<ByteSource> find(String path);

    default ByteSource read(String path) {
        return find(path)
                .orElseThrow(() -> new InputException(
                        "there is no file " + path, "a component's description names it: put it there"));
    }

    default String text(String path) {
        try (InputStream in = read(path).open()) {
            byte[] bytes = in.readNBytes(LONGEST_TEXT + 1);
            if (bytes.length > LONGEST_TEXT) {
                throw new InputException(path + " is longer than a description may be, 1 MiB", null);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those in this program.
    static CatalogueFiles embedded() {
        return path -> {
            try (InputStream in = CatalogueFiles.class.getResourceAsStream("/catalogue/" + path)) {
                return in == null ? Optional.empty() : Optional.of(ByteSource.of(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
