package dev.lamina.app.studio.build;

import java.util.OptionalLong;

/// A line about sizes.
///
/// @param component that it is of; gives it its colour
/// @param path of a file; empty for a component
/// @param title the component, or the path
/// @param note in small letters, e.g. how many files
/// @param bytes what the list is ordered by
/// @param growth since the build before; empty when nothing changed, or there is no build before
record SizeRow(String component, String path, String title, String note, long bytes, OptionalLong growth) {}
