package dev.lamina.app.studio.console;

/// Cells of a line that have another ground than the guest gave them: what is selected or found, and the cursor.
///
/// @param ground `0xRRGGBB`
record Mark(Span span, int ground) {}
