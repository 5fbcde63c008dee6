package dev.lamina.model.check.file;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of the files section.
public final class FileChecks {
    private FileChecks() {}

    public static List<Check> all() {
        return List.of(new SecretInImage(), new FileMode());
    }
}
