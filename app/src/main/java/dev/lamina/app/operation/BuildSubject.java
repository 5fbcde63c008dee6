package dev.lamina.app.operation;

import dev.lamina.assembler.io.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/// What is built again and again: the history of builds is kept for each.
///
/// @param documents absolute, in the order in which they are merged; an address of the web
///     as it is
public record BuildSubject(List<String> documents) {
    public BuildSubject {
        documents = List.copyOf(documents);
    }

    /// A document in a file.
    public static BuildSubject of(Path file) {
        return new BuildSubject(List.of(file.toAbsolutePath().normalize().toString()));
    }

    /// Documents by the names that a user gave. Standard input has no place of its own; the folder where it was read
    /// stands for it.
    ///
    /// @param directory relative names start here
    public static BuildSubject of(List<String> names, Path directory) {
        return new BuildSubject(names.stream()
                .map(name -> RemoteText.isAddress(name)
                        ? name
                        : directory.resolve(name).normalize().toString())
                .toList());
    }

    /// A name for a folder.
    String key() {
        byte[] names = String.join("\0", documents).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hashing.sha256().digest(names), 0, 16);
    }
}
