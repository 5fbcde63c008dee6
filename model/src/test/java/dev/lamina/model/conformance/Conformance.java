package dev.lamina.model.conformance;

import static org.assertj.core.api.Assertions.fail;

import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The suite of compositions outside of the checkout, at `LAMINA_CONFORMANCE` or beside the checkout.
public final class Conformance {
    private Conformance() {}

    /// Skips the test, or fails it on the build server, when the suite is not there.
    public static Path folder() {
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

    /// The compositions, each with its expected tree.
    public static List<Case> cases() {
        Path folder = folder();
        return text(folder.resolve("cases.tsv"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(fields -> new Case(fields[0], folder.resolve(fields[1]), List.of(fields[2].split(" "))))
                .toList();
    }

    /// @param folder where the build runs
    /// @param files the documents, in the order of merging
    public record Case(String name, Path folder, List<String> files) {
        public List<SourceText> documents() {
            return files.stream()
                    .map(file -> new SourceText(file, text(folder.resolve(file))))
                    .toList();
        }
    }

    /// The root of the checkout, from the root itself or from the module.
    public static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("model")) ? here : Objects.requireNonNull(here.getParent());
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
