package dev.lamina.app.studio.shell;

/// What the window shows when somebody asks for it.
///
/// @param commands the list of commands
/// @param keys the list of keys
/// @param nextPart takes the focus to the next part of the window
/// @param tour from an empty window to a running system
/// @param lessons beside the document, or no more
/// @param about which Lamina this is
record Showing(Runnable commands, Runnable keys, Runnable nextPart, Runnable tour, Runnable lessons, Runnable about) {}
