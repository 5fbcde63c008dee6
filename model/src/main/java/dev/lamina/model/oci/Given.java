package dev.lamina.model.oci;

/// A value with the place it comes from.
public record Given<T>(T value, Origin origin) {}
