package dev.lamina.assembler.catalogue;

/// A layer that several components have below their own: the same bytes in all of them.
///
/// @param folder where its files are, e.g. `layers/busybox`
record SharedLayer(String name, String folder, String summary, Contents contents) {}
