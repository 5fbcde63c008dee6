package dev.lamina.model.check.image;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of where images come from.
public final class ImageChecks {
    private ImageChecks() {}

    public static List<Check> all() {
        return List.of(new UnpinnedImage(), new UnverifiedImages());
    }
}
