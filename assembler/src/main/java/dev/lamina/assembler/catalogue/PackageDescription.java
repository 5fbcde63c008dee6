package dev.lamina.assembler.catalogue;

/// A description that stands alone, as read: what the image is called, and what it is made of.
///
/// @param component under the image's name alone, without organization and tag
public record PackageDescription(PackageName name, Component component) {}
