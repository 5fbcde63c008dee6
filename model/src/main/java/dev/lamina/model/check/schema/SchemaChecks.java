package dev.lamina.model.check.schema;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of what a document must be to be understood, and its images to be run.
public final class SchemaChecks {
    private SchemaChecks() {}

    public static List<Check> all() {
        return List.of(
                UnknownKey.check(),
                new WrongValue(),
                new DuplicateName(),
                new NoContainerStarter(),
                new MissingCommand(),
                new WrongArchitecture(),
                UnknownName.check());
    }
}
