package dev.lamina.model.check.resource;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of memory and size.
public final class ResourceChecks {
    private ResourceChecks() {}

    public static List<Check> all() {
        return List.of(new TooLittleMemory());
    }
}
