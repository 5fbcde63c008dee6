package dev.lamina.assembler.oci;

import dev.lamina.model.problem.InputException;
import org.jspecify.annotations.Nullable;

/// An image, or an archive of images, whose parts do not fit together.
public final class BadImageException extends InputException {
    private final String image;

    public BadImageException(String image, String problem) {
        this(image, problem, null);
    }

    public BadImageException(String image, String problem, @Nullable Throwable cause) {
        super(image + ": " + problem, "export or pull the image again", cause);
        this.image = image;
    }

    /// The image's name, digest or file.
    public String image() {
        return image;
    }
}
