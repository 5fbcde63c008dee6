package dev.lamina.assembler.tree;

/// The component that an entry comes from, in LinuxKit's words for the tar's PAX records.
///
/// @param source the image reference, or `linuxkit.files`, `linuxkit.volumes`, `LINUXKIT.apkinit`; empty for what
/// is of none
/// @param location the place in the document, e.g. `services[0]`
public record Origin(String source, String location) {

    /// The path of the component for [dev.lamina.model.yaml.SourceMap].
    public String documentPath() {
        // LinuxKit writes "volume[0]" into its records, and "volumes" into documents.
        return location.startsWith("volume[") ? "volumes" + location.substring("volume".length()) : location;
    }

    /// Whether it is an image of the section `init`.
    boolean isRoot() {
        return location.startsWith("init[");
    }

    @Override
    public String toString() {
        return location + " (" + source + ")";
    }
}
