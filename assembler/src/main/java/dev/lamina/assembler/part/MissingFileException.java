package dev.lamina.assembler.part;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ImageRef;

/// A kernel image lacks a file that the document names.
final class MissingFileException extends InputException {
    private final String key;

    /// @param key of the section `kernel`: `binary`, `tar` or `ucode`
    MissingFileException(ImageRef image, String name, String key) {
        super(
                "the kernel image " + image + " has no file " + name,
                key.equals("tar")
                        ? "name the tar of modules with \"tar:\", or write \"tar: none\""
                        : "name a file of the image with \"" + key + ":\", or use another image");
        this.key = key;
    }

    String key() {
        return key;
    }
}
