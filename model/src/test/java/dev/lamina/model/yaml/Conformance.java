package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The suite of compositions outside of the checkout, at `LAMINA_CONFORMANCE` or beside the checkout.
final class Conformance {
    private Conformance() {}

    /// Skips the test, or fails it on the build server, when the suite is not there.
    static Path folder() {
        Path folder = Optional.ofNullable(System.getenv("LAMINA_CONFORMANCE"))
                .map(Path::of)
                .orElseGet(() -> checkout().resolveSibling("shared").resolve("conformance"));
        if (!Files.isDirectory(folder)) {
            String message = "the conformance suite is not at " + folder + "; set LAMINA_CONFORMANCE";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return folder;
    }

    /// The root of the checkout, from the root itself or from the module.
    static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("model")) ? here : Objects.requireNonNull(here.getParent());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
