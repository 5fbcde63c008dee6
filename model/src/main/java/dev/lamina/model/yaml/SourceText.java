package dev.lamina.model.yaml;

/// A document as it was read, with the name to show in messages.
///
/// @param packages what `@pkg:` stands for in it
public record SourceText(String name, String text, PackageNames packages) {
    public SourceText(String name, String text) {
        this(name, text, PackageNames.NONE);
    }
}
