package dev.lamina.app.studio;

import java.time.Instant;

/// When a start of the window was how far.
///
/// @param firstFrame something was seen
/// @param usable its documents were seen, and it answered
public record Rehearsed(Instant firstFrame, Instant usable) {}
