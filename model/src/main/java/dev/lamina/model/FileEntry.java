package dev.lamina.model;

import java.util.Optional;
import java.util.OptionalInt;

/// An entry of `files`.
///
/// @param path where in the image; a leading slash is dropped when the image is made
/// @param mode the permission bits, when given
/// @param optional whether a `source` that cannot be read is left out
public record FileEntry(String path, Content content, OptionalInt mode, Owner uid, Owner gid, boolean optional) {

    /// Exactly one of the five kinds.
    public sealed interface Content {}

    public record Directory() implements Content {}

    public record Symlink(String target) implements Content {}

    public record Text(String contents) implements Content {}

    /// A file of the builder's computer; `~/` is the builder's home, relative paths start in the current directory.
    public record Source(String path) implements Content {}

    /// The merged composition itself.
    public record Metadata(Format format) implements Content {
        public enum Format {
            JSON,
            YAML
        }
    }

    public Optional<String> sourcePath() {
        return content instanceof Source source ? Optional.of(source.path()) : Optional.empty();
    }
}
