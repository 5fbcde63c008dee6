package dev.lamina.model.yaml;

/// A document as it was read, with the name to show in messages.
public record SourceText(String name, String text) {}
