package dev.lamina.app.operation;

import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;

/// How long builds of a system took in one running process.
///
/// @param bytes of all files of the image
/// @param first nothing but the images was there: their layers were read, everything was compressed
/// @param unchanged the same again
/// @param changed again, with another environment for one service
public record BuildTimings(
        String name, Arch arch, CompressionLevel compression, long bytes, Cost first, Cost unchanged, Cost changed) {}
