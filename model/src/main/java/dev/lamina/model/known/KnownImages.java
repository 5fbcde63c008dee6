package dev.lamina.model.known;

import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The table of common images.
public final class KnownImages {
    private KnownImages() {}

    public static List<KnownImage> all() {
        return Table.ALL;
    }

    /// @param ref whatever its tag and digest
    public static Optional<KnownImage> find(ImageRef ref) {
        return Optional.ofNullable(Table.BY_REPOSITORY.get(ref.repository()));
    }

    /// Read when it is asked for, so that what has no rules to run does not wait for it.
    private static final class Table {
        static final List<KnownImage> ALL = load();
        static final Map<String, KnownImage> BY_REPOSITORY = byRepository();

        private static List<KnownImage> load() {
            try (InputStream in = Objects.requireNonNull(KnownImages.class.getResourceAsStream("images.txt"))) {
                return KnownImagesReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, KnownImage> byRepository() {
            Map<String, KnownImage> images = new HashMap<>();
            ALL.forEach(image -> image.repositories().forEach(name -> images.put(name, image)));
            return images;
        }
    }
}
