package dev.lamina.model.yaml;

/// Knows what LinuxKit's template `@pkg:FOLDER` stands for: the name under which the package of that folder is built.
@FunctionalInterface
public interface PackageNames {
    /// For documents that do not lie in a folder.
    PackageNames NONE = folder -> new Answer.Unknown(
            "the document does not lie in a folder", "save it to a file beside the packages, or name a built image");

    /// @param folder as the document has it, relative to the document
    Answer nameOf(String folder);

    /// The name, or why there is none.
    sealed interface Answer {
        /// @param image e.g. `docker.io/linuxkit/sysctl:1f8f…`
        record Name(String image) implements Answer {}

        /// @param reason goes on from "…, but"
        record Unknown(String reason, String hint) implements Answer {}
    }
}
