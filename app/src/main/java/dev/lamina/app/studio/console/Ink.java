package dev.lamina.app.studio.console;

/// How a piece of a line is painted. Colours are `0xRRGGBB`.
///
/// @param text readable on `ground`
/// @param exact the colour that the guest asked for: for shapes, which make pictures
/// @param hidden whether only the ground is painted
record Ink(
        int text,
        int exact,
        int ground,
        boolean bold,
        boolean italic,
        boolean underline,
        boolean strike,
        boolean hidden) {}
