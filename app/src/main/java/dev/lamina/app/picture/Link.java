package dev.lamina.app.picture;

/// That two components have to do with each other, as a line in a picture.
///
/// @param from e.g. `services[0]`
/// @param kind one word for the legend, e.g. `mount`
public record Link(String from, String to, String kind) {}
