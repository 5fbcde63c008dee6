package dev.lamina.app.operation;

import dev.lamina.assembler.io.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/// What is built again and again: the history of builds is kept for each.
///
/// @param documents absolute, in the order in which they are merged; what was read elsewhere as its name, e.g.
///     `<stdin>` or an address
public record BuildSubject(List<String> documents) {
    public BuildSubject {
        documents = List.copyOf(documents);
    }

    /// A document in a file.
    public static BuildSubject of(Path file) {
        return new BuildSubject(List.of(file.toAbsolutePath().normalize().toString()));
    }

    /// A name for a folder.
    String key() {
        byte[] names = String.join("\0", documents).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hashing.sha256().digest(names), 0, 16);
    }
}
