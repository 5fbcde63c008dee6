package dev.lamina.app.picture;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What pictures are written as.
public enum PictureFormat {
    SVG(".svg"),
    PNG(".png"),
    PDF(".pdf"),
    MERMAID(".mmd");

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    /// Of files, e.g. `.svg`.
    public String ending() {
        return ending;
    }

    /// By the name of the file.
    public static Optional<PictureFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst();
    }
}
