package dev.lamina.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a user names when systems are compared.
public sealed interface NamedSystem {

    /// Something that lies on the disk.
    record Built(BuiltSystem system) implements NamedSystem {}

    /// A composition as it is now, or a bundle.
    record Document(String name) implements NamedSystem {}

    /// A composition as git knows it.
    ///
    /// @param revision e.g. `HEAD~1`
    record Revision(String file, String revision) implements NamedSystem {}

    /// @param name a built file, the PREFIX of some, a composition, or FILE@REVISION
    /// @param directory relative names start here
    static NamedSystem find(String name, Path directory) throws IOException {
        if (name.equals("-") || RemoteText.isAddress(name)) {
            return new Document(name);
        }
        Path path = GivenPath.of(name, directory);
        Optional<BuiltSystem> built = BuiltSystem.find(path);
        if (built.isPresent()) {
            return new Built(built.get());
        }
        int at = name.lastIndexOf('@');
        if (at > 0 && at < name.length() - 1 && !Files.exists(path)) {
            return new Revision(name.substring(0, at), name.substring(at + 1));
        }
        return new Document(name);
    }
}
